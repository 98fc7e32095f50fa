"""The connections of one screen: kept open and used again, as a browser does it."""

import asyncio
import re

Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]
# A browser opens six to one server, and the stream holds one of them.
AT_MOST = 5
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Wire:
    """Asks as one signed-in screen."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.session = port, session
        self._idle: list[Pair] = []
        self._free = asyncio.Semaphore(AT_MOST)

    async def get(self, path: str, *headers: str) -> tuple[int, bytes]:
        """Status and body of a page."""
        async with self._free:
            while self._idle:
                # The server closes what was idle for long; only then is it asked again.
                try:
                    return await self._ask(self._idle.pop(), path, headers)
                except (asyncio.IncompleteReadError, ConnectionError):
                    continue
            return await self._ask(await self._connect(), path, headers)

    async def stream(self, path: str) -> Pair:
        """An answer that does not end, past its head."""
        reader, writer = await self._connect()
        status, _length = await self._head(reader, writer, path, ())
        if status != 200:
            raise ConnectionError(f"{path} answered {status}")
        return reader, writer

    def close(self) -> None:
        """Hang up."""
        for _reader, writer in self._idle:
            writer.close()

    async def _connect(self) -> Pair:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def _ask(self, pair: Pair, path: str, headers: tuple[str, ...]) -> tuple[int, bytes]:
        status, length = await self._head(*pair, path, headers)
        body = await _chunks(pair[0]) if length is None else await pair[0].readexactly(length)
        self._idle.append(pair)
        return status, body

    async def _head(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, headers: tuple[str, ...]
    ) -> tuple[int, int | None]:
        """Status and length of the answer; none when it comes in chunks."""
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Cookie: sessionid={self.session}"]
        writer.write("\r\n".join([*lines, *headers, "", ""]).encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        return int(head.split(b" ", 2)[1]), int(length[1]) if length else None


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    """A body whose length is said piece by piece."""
    found = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        found += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return found
