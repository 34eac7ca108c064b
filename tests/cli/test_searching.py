from click.testing import CliRunner

from quicksilver.cli.commands import quicksilver
from quicksilver.records.models import SearchEntry


def test_reindex_makes_the_index_anew_and_says_so(small):
    before = SearchEntry.objects.count()
    SearchEntry.objects.all().delete()
    done = CliRunner().invoke(quicksilver, ["reindex"])
    assert done.exit_code == 0
    assert f"The search index is made: {before} entries." in done.output
    assert SearchEntry.objects.count() == before
