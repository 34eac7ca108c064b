"""The record's tables, one file a topic."""

from quicksilver.records.history import versions
from quicksilver.records.models.areas import Area, AreaObjective, AreaRole, AreaStage, AreaStrategy
from quicksilver.records.models.base import Source
from quicksilver.records.models.consultations import (
    Compilation,
    DraftState,
    FrameworkComponent,
    Invitation,
    Reply,
)
from quicksilver.records.models.documents import (
    Document,
    DocumentCitation,
    DocumentRole,
    DocumentVersion,
    Erratum,
)
from quicksilver.records.models.funding import Appeal, AppealRecipient, FundingStatement, Pledge, Receipt
from quicksilver.records.models.grants import Call, CallRule, NeedStressed, Proposal
from quicksilver.records.models.history import Revision
from quicksilver.records.models.mandates import Body, Decision, Implementation, Provision
from quicksilver.records.models.meetings import AgendaItem, InvitedAction, Meeting, MeetingSchedule, Outcome
from quicksilver.records.models.partners import Stakeholder
from quicksilver.records.models.people import Account, Attempt, Contact, PersonalInvitation, RoleAssignment
from quicksilver.records.models.reports import IssuedFile, IssuedReport, ReportErratum
from quicksilver.records.models.search import SearchEntry

# Every kept table, in an order in which each comes after those it points to.
RECORD_MODELS = (
    Source, Stakeholder, Body, Decision, Provision, Meeting, MeetingSchedule, AgendaItem, InvitedAction, Outcome,
    Document, DocumentVersion, DocumentRole, DocumentCitation, Erratum, Area, AreaStage, AreaRole, AreaObjective,
    AreaStrategy, Invitation, Reply, Compilation, FrameworkComponent, DraftState, Appeal, AppealRecipient, Pledge,
    Receipt, FundingStatement, Call, CallRule, Proposal, NeedStressed, Implementation,
)  # fmt: skip

VERSION_MODELS = versions.generate(RECORD_MODELS)

__all__ = [
    "RECORD_MODELS",
    "VERSION_MODELS",
    "Account",
    "AgendaItem",
    "Appeal",
    "AppealRecipient",
    "Area",
    "AreaObjective",
    "AreaRole",
    "AreaStage",
    "AreaStrategy",
    "Attempt",
    "Body",
    "Call",
    "CallRule",
    "Compilation",
    "Contact",
    "Decision",
    "Document",
    "DocumentCitation",
    "DocumentRole",
    "DocumentVersion",
    "DraftState",
    "Erratum",
    "FrameworkComponent",
    "FundingStatement",
    "Implementation",
    "Invitation",
    "InvitedAction",
    "IssuedFile",
    "IssuedReport",
    "Meeting",
    "MeetingSchedule",
    "NeedStressed",
    "Outcome",
    "PersonalInvitation",
    "Pledge",
    "Proposal",
    "Provision",
    "Receipt",
    "Reply",
    "ReportErratum",
    "Revision",
    "RoleAssignment",
    "SearchEntry",
    "Source",
    "Stakeholder",
]  # fmt: skip
