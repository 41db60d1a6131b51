"""Who acts, in which post or as which body, and on which days: what rules hold against the dates on record."""

from huiyi.acting.bodies import ACTIVE_ROLES, BODIES, body_acting
from huiyi.acting.days import days_of
from huiyi.acting.posts import ACTORS, lapse, lapse_fault

__all__ = ["ACTIVE_ROLES", "ACTORS", "BODIES", "body_acting", "days_of", "lapse", "lapse_fault"]
