@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// Whole conversations, each in a file: `-> ` what the client writes, `<- ` what it must read back, `#` a remark.
///
/// `UPDATE_EXPECT=1 swift test --filter TranscriptTests` rewrites the answers; `<- ?` asks for one.
@Suite(.timeLimit(.minutes(1))) struct TranscriptTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Transcripts")

    static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }
        .sorted()

    @Test func thereAreTranscripts() {
        #expect(Self.names.count >= 4)
    }

    @Test(arguments: names) func holds(name: String) async throws {
        let file = Self.folder.appendingPathComponent(name)
        let updates = ProcessInfo.processInfo.environment["UPDATE_EXPECT"] == "1"
        let conversation = Conversation(
            name.hasPrefix("asking") ? .asking() : .obliging, isReadOnly: name.hasPrefix("read-only"))
        var written: [String] = []
        for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
            var line = line
            if line.hasPrefix("-> ") {
                await conversation.say(String(line.dropFirst(3)))
            } else if line.hasPrefix("<- ") {
                let answer = String(decoding: Outgoing.line(await conversation.next()), as: UTF8.self)
                if updates {
                    line = "<- " + answer
                } else {
                    let difference = Self.difference(String(line.dropFirst(3)), answer)
                    #expect(difference == nil)
                }
            }
            written.append(line)
        }
        #expect(await conversation.isQuiet())
        if updates { try written.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8) }
    }

    /// Where two lines part, with what stands there; nil where they do not. Whole lines would bury it.
    private static func difference(_ expected: String, _ found: String) -> String? {
        guard expected != found else { return nil }
        let same = zip(expected, found).prefix { $0 == $1 }.count
        let start = max(same - 40, 0)
        return "expected …\(expected.dropFirst(start).prefix(120))… found …\(found.dropFirst(start).prefix(120))…"
    }
}
