"""Pages, messages, contact methods, policies and on-call schedules."""

from notifications.models.channels import ContactMethod, ContactVerification, NotificationRule, QuietHours
from notifications.models.deliveries import Delivery, DeliveryEvent
from notifications.models.pages import Page, PageLink, PageTarget
from notifications.models.policies import EscalationPolicy, EscalationStep, EscalationTarget, NotificationRoute
from notifications.models.schedules import OnCallOverride, OnCallSchedule, OnCallShift, OnCallTurn

__all__ = [
    "ContactMethod",
    "ContactVerification",
    "Delivery",
    "DeliveryEvent",
    "EscalationPolicy",
    "EscalationStep",
    "EscalationTarget",
    "NotificationRoute",
    "NotificationRule",
    "OnCallOverride",
    "OnCallSchedule",
    "OnCallShift",
    "OnCallTurn",
    "Page",
    "PageLink",
    "PageTarget",
    "QuietHours",
]
