"""Services of the de-escalation record beside their forms and bodies."""

from core.web.doors import Door
from core.web.versions import VersionForm, VersionIn
from incidents import record_forms as pages
from incidents.api import record_serializers as bodies
from incidents.notes_forms import FileForm, FileIn
from incidents.services import record_amendments, record_files, record_locks, record_policy, records

AMEND: Door = (record_amendments.amend, pages.AmendForm, bodies.AmendIn)
ATTACH: Door = (record_files.attach, FileForm, FileIn)
CONFIRM: Door = (records.confirm, VersionForm, VersionIn)
POLICY: Door = (record_policy.set_policy, pages.PolicyForm, bodies.PolicyIn)

RECORD_MOVES: dict[str, Door] = {
    "submit": (records.submit, VersionForm, VersionIn),
    "return": (records.send_back, pages.ReturnForm, bodies.ReturnIn),
    "review_force": (records.review_force, VersionForm, VersionIn),
    "review_gravest": (records.review_gravest, VersionForm, VersionIn),
    "approve": (records.approve, VersionForm, VersionIn),
    "lock": (record_locks.lock_now, VersionForm, VersionIn),
    "amend": AMEND,
}
AMENDMENT_MOVES: dict[str, Door] = {
    "accept": (record_amendments.accept, VersionForm, VersionIn),
    "refuse": (record_amendments.refuse, VersionForm, VersionIn),
}
DOORS: tuple[Door, ...] = (
    (records.begin, pages.SubjectForm, bodies.SubjectIn),
    (records.save, pages.RecordForm, bodies.RecordIn),
    (records.file, pages.RecordForm, bodies.RecordIn),
    ATTACH,
    CONFIRM,
    POLICY,
    *RECORD_MOVES.values(),
    *AMENDMENT_MOVES.values(),
)
