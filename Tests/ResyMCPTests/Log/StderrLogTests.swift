@testable import ResyDomain
import Logging
import Testing

@testable import ResyNative
@testable import resy_mcp

@Suite struct StderrLogTests {
    @Test(arguments: [
        ("signed in as ada@example.com.", "signed in as <email>"),
        ("token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9abcdef", "token <masked>"),
        ("GET /3/venue?id=5 took 12 ms", "GET /3/venue?id=5 took 12 ms"),
        ("two\nlines\u{1B}[31m\u{202E}x", "two lines [31m x"),
        (
            "/home/ada/.local/share/resy-mcp/.credentials/resy.enc",
            "/home/ada/.local/share/resy-mcp/.credentials/resy.enc"
        ),
    ])
    func redacts(text: String, expected: String) {
        #expect(LogRedaction.clean(text) == expected)
    }

    @Test(arguments: ["\u{200B}", "\u{34F}", "\u{0}", "\u{1B}[0m", "\u{E0041}"])
    func whatIsKnownIsFoundBehindWhatIsNotSeen(_ parting: String) {
        let redactor = Redactor()
        redactor.register(Secret("canary-cookie"))
        #expect(LogRedaction.clean(knowing: redactor)("<said> canary\(parting)-cookie!") == "<said> ***!")
    }

    final class Sink: Sendable {
        let lines = Lock<[String]>([])
    }

    @Test func anEventIsOneLine() throws {
        let sink = Sink()
        var log = Logger(label: "session") { label in
            StderrLog(
                label: label, level: .notice,
                write: { line in sink.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } })
        }
        log[metadataKey: "b"] = "2"
        log.debug("quiet")
        log.warning("two\nlines", metadata: ["a": "ada@example.com"])
        let lines = sink.lines.withLock { $0 }
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.hasSuffix(" warning session: two lines a=<email> b=2\n"))
        #expect(line.split(separator: " ")[0].utf8.count == "2026-02-14T19:00:00Z".utf8.count)
    }
}
