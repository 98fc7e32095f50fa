"""Makes the console's three tones: our own sums of sines, so that nobody else's recording is in the house.

.venv/bin/python scripts/tones.py           writes static/sounds/*.wav
.venv/bin/python scripts/tones.py check     proves that the files are what this script makes
"""

import io
import math
import struct
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "static" / "sounds"
RATE = 16_000
LOUD = 0.8
# Without a ramp each note begins and ends with a click.
RAMP_S = 0.012
# Pitch over time in Hz, length in seconds, and the silence after it.
Note = tuple[Callable[[float], float], float, float]


def steady(pitch: float) -> Callable[[float], float]:
    """One pitch."""
    return lambda _at: pitch


def wail(at: float) -> float:
    """Up and down twice a second between two pitches: unlike any telephone or radio."""
    return 950 + 350 * math.sin(math.tau * 2.2 * at)


# Different in rhythm and direction, not only in pitch: told apart by ears that hear no high notes.
TONES: dict[str, list[Note]] = {
    "p1": [(steady(784), 0.13, 0.06), (steady(988), 0.13, 0.06), (steady(1319), 0.3, 0.05)],
    "help": [(wail, 1.4, 0.05)],
    "connection": [(steady(523), 0.24, 0.12), (steady(349), 0.42, 0.05)],
}


def samples(notes: list[Note]) -> Iterator[int]:
    """The wave, with a soft octave above each pitch."""
    for pitch, length, rest in notes:
        phase, count = 0.0, round(length * RATE)
        for step in range(count):
            phase += math.tau * pitch(step / RATE) / RATE
            edge = min(step, count - step) / (RAMP_S * RATE)
            yield round(32767 * LOUD * min(edge, 1.0) * (0.8 * math.sin(phase) + 0.2 * math.sin(2 * phase)))
        yield from [0] * round(rest * RATE)


def wav(notes: list[Note]) -> bytes:
    """As a file that every browser plays."""
    found = io.BytesIO()
    with wave.open(found, "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(RATE)
        data = list(samples(notes))
        target.writeframes(struct.pack(f"<{len(data)}h", *data))
    return found.getvalue()


def different() -> list[str]:
    """Tones whose file is missing or not as made here."""
    return [name for name, notes in TONES.items() if not _same(FOLDER / f"{name}.wav", list(samples(notes)))]


def _same(path: Path, expected: list[int]) -> bool:
    """Sines differ in the last bit from machine to machine."""
    if not path.exists():
        return False
    with wave.open(str(path)) as found:
        data = found.readframes(found.getnframes())
    heard = [value for (value,) in struct.iter_unpack("<h", data)]
    return len(heard) == len(expected) and all(
        abs(one - other) <= 1 for one, other in zip(heard, expected, strict=True)
    )


def main(arguments: list[str]) -> int:
    """Write, or check."""
    if arguments == ["check"]:
        for name in different():
            sys.stderr.write(f"static/sounds/{name}.wav is not what scripts/tones.py makes\n")
        return bool(different())
    FOLDER.mkdir(exist_ok=True)
    for name, notes in TONES.items():
        (FOLDER / f"{name}.wav").write_bytes(wav(notes))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
