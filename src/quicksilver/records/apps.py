"""The one Django app: the programme's record."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Registers the models and keeps the history triggers and the search index in step with them."""

    name = "quicksilver.records"
    label = "records"
    verbose_name = "Record"

    def ready(self) -> None:
        """Rebuild the triggers around every migrate, so that they always match the tables."""
        from django.db.models.signals import post_migrate, pre_migrate

        from quicksilver.records.history import triggers  # needs loaded models
        from quicksilver.records.search import index

        # Who may do what stands in one table (core.policies); Django is not to keep a second one.
        post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
        pre_migrate.connect(triggers.make_way, sender=self)
        post_migrate.connect(triggers.install, sender=self)
        post_migrate.connect(index.install, sender=self)
