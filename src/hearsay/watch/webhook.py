"""Messages to a webhook, signed by the Standard Webhooks specification (standardwebhooks.com, 1.0).

The signature is HMAC-SHA256 over ``id.timestamp.body``, base64, in ``webhook-signature`` as ``v1,…``; a secret that
begins with ``whsec_`` is base64. ``webhook-id`` and ``Idempotency-Key`` are the message's id: a receiver that has it
already (the answer was lost, say) drops the second.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.intake.fetch import post
from hearsay.watch.plan import secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.record.watching import MessageRow
    from hearsay.settings import Settings
    from hearsay.watch.plan import Webhook

PREFIX = "whsec_"


def send(hook: Webhook, settings: Settings, clock: Callable[[], float], row: MessageRow) -> None:
    """Post a message.

    Raises:
        SourceError: if the receiver does not have it.
        UsageError: if there is no secret to sign it with.
    """
    stamp, body = str(int(clock())), row.body.encode()
    headers = {
        "Content-Type": "application/json",
        "webhook-id": row.key,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{sign(secret(hook.secret_from), row.key, stamp, body)}",
        "Idempotency-Key": row.key,
    }
    post(hook.address, body, headers, settings)


def sign(key: str, name: str, stamp: str, body: bytes) -> str:
    """The signature of a body, base64.

    Raises:
        UsageError: if the secret says that it is base64 and is not.
    """
    try:
        raw = base64.b64decode(key.removeprefix(PREFIX), validate=True) if key.startswith(PREFIX) else key.encode()
    except binascii.Error as error:
        raise UsageError(f"a secret that begins with {PREFIX} must go on in base64") from error
    signed = hmac.new(raw, b".".join((name.encode(), stamp.encode(), body)), hashlib.sha256)
    return base64.b64encode(signed.digest()).decode()
