"""What calls and incidents do about events, in the transaction of the event itself."""

from core.following import follow
from incidents.services import duty_steps, leaving, timers
from incidents.timing import ENDS, RETIMES, STARTS

follow(timers.follow, after=(*STARTS, *ENDS, *RETIMES))
follow(leaving.pass_the_lead, after=leaving.GONE)
follow(leaving.end_what_waits, after=leaving.OVER)
follow(duty_steps.follow, after=("record.revised", "record.submitted", "record.amended"))
