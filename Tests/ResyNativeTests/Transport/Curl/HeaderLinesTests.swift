@testable import ResyDomain
import Testing

@testable import ResyNative

struct HeaderLinesTests {
    @Test func areSpelledAsLibcurlWantsThem() throws {
        var lines = HeaderLines(reserving: 0)
        try lines.append("Accept", "a, b")
        try lines.append("X-Empty", "")
        try lines.append("X-Blank", " \t")
        try lines.append("X-Tab", "a\tb")
        try lines.append("X-Letters", "Zoë")
        lines.leaveOut("Expect")
        #expect(
            String(decoding: lines.bytes, as: UTF8.self)
                == "Accept: a, b\0X-Empty;\0X-Blank;\0X-Tab: a\tb\0X-Letters: Zoë\0Expect:\0")
    }

    /// Nothing that is sent can end a line, or be one.
    @Test(arguments: [
        ("", "a"), ("A B", "a"), ("A:", "a"), ("Ä", "a"), ("A\r\nB", "a"), ("A", "a\r\nB: c"), ("A", "a\nb"),
        ("A", "a\0b"),
        ("A", "\u{7F}"), ("A", "\u{1}"),
    ])
    func refusesWhatIsNone(_ name: String, _ value: String) {
        var lines = HeaderLines(reserving: 0)
        #expect(throws: TransportError.self) { try lines.append(name, value) }
        #expect(lines.bytes.isEmpty)
    }
}
