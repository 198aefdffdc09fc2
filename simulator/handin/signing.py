"""Keys that conversations are signed with (Ed25519), and six words by which two people compare a key.

The only module that knows the library behind it, which is loaded when somebody signs or verifies.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

KEY_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64
_WORDS: Final = 6
_CONSONANTS: Final = "bdfghjklmnprstvz"
_VOWELS: Final = "aiou"


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """Somebody's own key, which stays with them; ``secret`` are its 32 bytes."""

    secret: bytes

    @property
    def public(self) -> bytes:
        """The 32 bytes by which everybody can verify what was signed."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()

    def sign(self, content: bytes) -> bytes:
        """The signature of some bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(content)


def is_signed_by(public: bytes, signature: bytes, content: bytes) -> bool:
    """Whether a signature of some bytes was made with the key behind a public one."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def six_words(public: bytes) -> str:
    """A key as six words to be read out and compared: 16 bits each, written as consonants and vowels in turn.

    (The words are proquints, Wilkerson 2009: no list of words, so the same in every language.)
    """
    digest = sha256(b"attune/key/1\n" + public).digest()
    numbers = (int.from_bytes(digest[at : at + 2]) for at in range(0, 2 * _WORDS, 2))
    return " ".join(map(_word, numbers))


def _word(number: int) -> str:
    letters = (_CONSONANTS, 12, 15), (_VOWELS, 10, 3), (_CONSONANTS, 6, 15), (_VOWELS, 4, 3), (_CONSONANTS, 0, 15)
    return "".join(alphabet[number >> shift & most] for alphabet, shift, most in letters)
