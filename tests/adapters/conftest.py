"""One hand-made document in English, Chinese and Arabic that has every node of the outline in it.

The words are the programme's own; the Arabic and Chinese are test data, unreviewed.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from quicksilver.core import formats
from quicksilver.core.money import Money
from quicksilver.core.reports.figures import BasisRow, Figure
from quicksilver.core.reports.outline import (
    Bar,
    Chart,
    Document,
    FigureRef,
    Footnote,
    FootnoteRef,
    Heading,
    Item,
    Line,
    Masthead,
    Moment,
    Note,
    Paragraph,
    Part,
    Ref,
    Symbol,
    Table,
    Text,
)  # fmt: skip
from quicksilver.core.reports.words import filled

AS_AT = date(2007, 8, 30)
SYMBOL = "UNEP(DTIE)/Hg/OEWG.1/INF/8"
AGENDA = "UNEP(DTIE)/Hg/OEWG.1/1"
PLEDGE = Figure(
    "pledge.usa-2007", Decimal(1000380), "USD", AS_AT,
    (BasisRow("pledge/usa-2007", Decimal(1000380), "source/seed", "a.8"),), "stated",
)  # fmt: skip

WORDS = {
    "organ": ("United Nations Environment Programme", "联合国环境规划署", "برنامج الأمم المتحدة للبيئة"),
    "programme": ("UNEP mercury programme", "环境署汞方案", "برنامج الزئبق التابع لليونيب"),
    "no_symbol": ("Symbol: not on record", "文号：原件未载", "الرمز: غير مسجل"),
    "as_at": ("As at {day}", "截至{day}", "حتى {day}"),
    "group": (
        "Ad hoc open-ended working group on mercury",
        "汞问题不限成员名额特设工作组",
        "الفريق العامل المخصص المفتوح العضوية المعني بالزئبق",
    ),
    "item": ("Item 5 of the provisional agenda", "临时议程项目5", "البند 5 من جدول الأعمال المؤقت"),
    "title": (
        "Status report on partnerships under the UNEP mercury programme",
        "关于环境署汞方案伙伴关系的状况报告",
        "تقرير عن حالة الشراكات في إطار برنامج الزئبق التابع لليونيب",
    ),
    "author": ("Note by the secretariat", "秘书处的说明", "مذكرة من الأمانة"),
    "decided": (
        "The Council acted in decision {decision} of {day}; see document {symbol}, “Proposed approach”, and {other}.",
        "理事会在第{decision}号决定（{day}）内采取行动；见文件{symbol}“提议的方针”和{other}。",
        "تصرف المجلس في المقرر {decision} المؤرخ {day}؛ انظر الوثيقة {symbol} «النهج المقترح» و{other}.",
    ),
    "may_wish": ("The working group may wish:", "工作组或愿：", "قد يرغب الفريق العامل في:"),
    "note_it": ("To take note of the process;", "注意到该进程；", "الإحاطة علما بالعملية؛"),
    "encourage": ("To encourage support <soon>.", "鼓励提供支持<soon>。", "تشجيع تقديم الدعم <soon>."),
    "closing": ("The actions are in force.", "各项行动有效。", "الإجراءات سارية."),
    "annex": ("Annex", "附件", "مرفق"),
    "figures": ("Annex: figures", "附件：数字", "مرفق: الأرقام"),
    "support": ("Strengthening support", "加强支持", "تعزيز الدعم"),
    "funds": ("Endeavouring to secure adequate funds", "努力确保充分的资金", "السعي إلى تأمين أموال كافية"),
    "pledged": (
        "On 26 March 2007 a letter was sent. The United States pledged {amount}; per project {cap} at most, 5 % held.",
        "2007年3月26日发出信函。美利坚合众国认捐{amount}；每个项目最多{cap}，留存5%。",
        "في 26 آذار/مارس 2007 أرسلت رسالة. وتعهدت الولايات المتحدة بمبلغ {amount}؛ وبحد أقصى {cap} لكل مشروع، مع 5 %.",
    ),
    "source": ("Source: {source}", "来源：{source}", "المصدر: {source}"),
    "gap": ("No receipt is on record.", "无收款记录。", "لا يوجد إيصال مسجل."),
    "correction": ("T4: the copy prints “{text}”.", "T4：原件作“{text}”。", "ت4: تطبع النسخة «{text}»."),
    "later": ("Held 1–3 April 2008.", "2008年4月1日至3日举行。", "عقد في الفترة من 1 إلى 3 نيسان/أبريل 2008."),
    "one_pledge": (
        "One pledge, and nothing yet recorded as received",
        "一笔认捐，尚无收款记录",
        "تعهد واحد، ولا شيء مسجل بعد على أنه ورد",
    ),
    "dollars": ("US dollars, {day}", "美元，{day}", "بدولارات الولايات المتحدة، {day}"),
    "pledges": ("Pledged", "认捐", "التعهدات"),
    "granted": ("Granted", "赠款", "المنح"),
    "received": ("Received", "收款", "المبالغ الواردة"),
    "unknown": ("not on record", "无记录", "غير مسجل"),
    "ahead": ("Two meetings lie ahead", "两次会议在即", "اجتماعان قادمان"),
    "decision": ("Decision 24/3", "第24/3号决定", "المقرر 24/3"),
    "letter": ("Funding letter", "筹资函", "رسالة التمويل"),
    "consultation": ("Consultation, Geneva", "日内瓦磋商", "مشاورة، جنيف"),
    "oewg": ("Working group, Bangkok", "工作组，曼谷", "الفريق العامل، بانكوك"),
    "partners": ("Partners’ meeting, Geneva", "伙伴会议，日内瓦", "اجتماع الشركاء، جنيف"),
    "every": ("Every figure, as at {day}", "全部数字，截至{day}", "كل رقم، حتى {day}"),
    "figure": ("Figure", "数字", "الرقم"),
    "value": ("Value", "数值", "القيمة"),
    "rests": ("Rests on", "依据", "يستند إلى"),
}  # fmt: skip
LANGUAGES = ("en", "zh", "ar")


def say(language: str, name: str, **values: object) -> Line:
    """A sentence of the sample, its placeholders filled."""
    return filled(WORDS[name][LANGUAGES.index(language)], values)  # type: ignore[arg-type]


def build(language: str) -> Document:
    """The sample document in one language."""
    day = formats.day(AS_AT, language)

    def t(name: str, **values: object) -> Line:
        return say(language, name, **values)

    title = t("title")
    masthead = Masthead(
        organ=t("organ"), programme=t("programme"), symbol=t("no_symbol"), distribution=(t("as_at", day=day),),
        occasion=(t("group"),), agenda=((*t("item"), FootnoteRef("*")), t("funds")), title=title, author=t("author"),
    )  # fmt: skip
    parts = (
        Part("c", (), (), tuple(_cover(language))),
        Part("a", t("annex"), title, tuple(_annex(language))),
        Part("f", t("figures"), (), (bars(language), timeline(language), _figures(language))),
    )
    footnotes = (Footnote("*", (Symbol(AGENDA, "document/agenda"), Text("."))),)
    heading = title[0].text  # type: ignore[union-attr]
    return Document("status_report", language, AS_AT, "", heading, masthead, parts, footnotes, (PLEDGE,))


def _cover(language: str) -> list[Paragraph]:
    def t(name: str, **values: object) -> Line:
        return say(language, name, **values)

    decided = t(
        "decided",
        decision=Ref("24/3 IV", "decision/24-3"),
        day=formats.day(date(2007, 2, 9), language),
        symbol=Symbol(SYMBOL, "document/inf-8"),
        other=Ref("Décision à traduire", "document/other", "fr"),
    )
    notes = (
        Note("source", t("source", source=Ref("seed c.1", "source/seed"))),
        Note("correction", t("correction", text=Text("大规模手工开采金矿", "" if language == "zh" else "zh"))),
    )
    labels = [formats.item_label(n, language) for n in (1, 2, 3)]
    items = [Item(label, t(name)) for label, name in zip(labels, ("note_it", "note_it", "encourage"), strict=True)]
    return [
        Paragraph("c.1", "1", decided, notes=notes),
        Paragraph("c.2", "2", t("may_wish"), tuple(items), t("closing"), (Note("later", t("later")),)),
    ]


def _annex(language: str) -> list[Heading | Paragraph]:
    def t(name: str, **values: object) -> Line:
        return say(language, name, **values)

    amount = FigureRef(formats.money(Money(Decimal(1000380), "USD"), language), PLEDGE.id)
    cap = FigureRef(formats.money(Money(Decimal(100000), "USD"), language), "grants.cap")
    notes = (Note("gap", t("gap")), Note("uncertain", t("gap")))
    items = tuple(Item(formats.item_label(n, language), t("note_it")) for n in (1, 2))
    return [
        Heading(1, formats.chapter(1, language), t("support")),
        Paragraph("a.1", "1", t("may_wish"), items),
        Heading(2, formats.section(1, language), t("funds")),
        Paragraph("a.2", "2", t("pledged", amount=amount, cap=cap), notes=notes),
    ]


def bars(language: str) -> Chart:
    """A million, a quarter of it, and a value that is not on record."""
    values = (("pledges", Decimal(1000380)), ("granted", Decimal(250095)), ("received", None))
    found = []
    for name, value in values:
        unknown = say(language, "unknown")[0].text  # type: ignore[union-attr]
        printed = unknown if value is None else formats.money(Money(value, "USD"), language)
        found.append(Bar(say(language, name)[0].text, value, printed))  # type: ignore[union-attr]
    rows = tuple(((Text(bar.label),), (Text(bar.printed),)) for bar in found)
    columns = (say(language, "figure"), say(language, "value"))
    table = Table("money-table", say(language, "one_pledge"), columns, rows, numeric=(1,))
    title = say(language, "one_pledge")[0].text  # type: ignore[union-attr]
    subtitle = say(language, "dollars", day=formats.day(AS_AT, language))[0].text  # type: ignore[union-attr]
    return Chart("money", "bars", title, subtitle, bars=tuple(found), table=table)


def timeline(language: str) -> Chart:
    """Three moments that have happened, two that are planned."""
    days = (
        ("decision", date(2007, 2, 9)), ("letter", date(2007, 3, 26)), ("consultation", date(2007, 6, 25)),
        ("oewg", date(2007, 11, 12)), ("partners", date(2008, 1, 29)),
    )  # fmt: skip
    moments = tuple(
        Moment(say(language, name)[0].text, on, formats.day(on, language), on <= AS_AT)  # type: ignore[union-attr]
        for name, on in days
    )
    printed = formats.day(AS_AT, language)
    rows = tuple(((Text(moment.label),), (Text(moment.printed),)) for moment in moments)
    table = Table("days", say(language, "ahead"), (say(language, "figure"), say(language, "value")), rows)
    title = say(language, "ahead")[0].text  # type: ignore[union-attr]
    return Chart("days", "timeline", title, printed, moments=moments, as_at=AS_AT, as_at_printed=printed, table=table)


def _figures(language: str) -> Table:
    amount = FigureRef(formats.money(Money(Decimal(1000380), "USD"), language), PLEDGE.id)
    columns = (say(language, "figure"), say(language, "value"), say(language, "rests"))
    row = (say(language, "pledges"), (amount,), (Ref("pledge/usa-2007", "pledge/usa-2007"),))
    caption = say(language, "every", day=formats.day(AS_AT, language))
    return Table("figures", caption, columns, (row,), numeric=(1,))


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Document]:
    """The sample document, by language."""
    return build
