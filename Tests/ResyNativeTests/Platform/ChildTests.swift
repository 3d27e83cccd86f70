@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct ChildTests {
    private func run(
        _ script: String, environment: [String: String] = [:], hasLifeline: Bool = false
    ) throws -> (child: Child, said: Lines) {
        let said = Lines()
        let child = try Child(
            "/bin/sh", arguments: ["-c", script], environment: environment, hasLifeline: hasLifeline
        ) { said.add(String(decoding: $0, as: UTF8.self)) }
        return (child, said)
    }

    @Test func itSaysAndEnds() async throws {
        let (child, said) = try run("echo a $X; echo b >&2", environment: ["X": "1 2"])
        try await child.silence.value()
        try await child.end.value()
        #expect(said.all.joined() == "a 1 2\nb\n")
        child.kill()  // nobody's by now
    }

    @Test func itHasNothingOfOursButWhatItIsGiven() async throws {
        // Not closed by itself when another program starts.
        let leak = open("/dev/null", O_RDONLY)
        defer { close(leak) }
        let (child, said) = try run("ls /proc/self/fd; env; trap", environment: ["A": "b"], hasLifeline: true)
        try await child.silence.value()
        let words = said.all.joined().split(whereSeparator: \.isWhitespace).map(String.init)
        // The last is the folder that is being read.
        #expect(words.compactMap { Int($0) }.prefix(6) == [0, 1, 2, 3, 4, 5])
        #expect(words.compactMap { Int($0) }.count == 6)
        #expect(Set(words.filter { $0.contains("=") }.map { $0.prefix { $0 != "=" } }).isSubset(of: ["A", "PWD", "_"]))
    }

    /// Neither what another thread opens while the program starts.
    @Test func itHasNothingThatWasOpenedMeanwhile() async throws {
        let isOver = Lock(false)
        let opening = Thread {
            while !isOver.withLock({ $0 }) { close(open("/dev/null", O_RDONLY)) }
        }
        opening.start()
        defer { isOver.withLock { $0 = true } }
        for _ in 0..<40 {
            let (child, said) = try run("ls /proc/self/fd")
            try await child.silence.value()
            #expect(said.all.joined().split(whereSeparator: \.isWhitespace).count == 4)
        }
    }

    @Test func itsLifelineEndsWhenWeLetGo() async throws {
        let (child, said) = try run("cat <&3; echo over", hasLifeline: true)
        #expect(child.end.known == nil)
        child.letGo()
        try await child.end.value()
        try await child.silence.value()
        #expect(said.all.joined() == "over\n")
    }

    @Test func itsWholeGroupEndsWithIt() async throws {
        let (child, _) = try run("(trap '' TERM HUP; sleep 1000) & sleep 1000 & exit 0")
        try await child.end.value()
        try await child.silence.value()  // all that held its output are gone
    }

    @Test func aCancelledWaitLeavesTheRestWaiting() async throws {
        let (child, _) = try run("sleep 1000")
        let waiting = Task { try await child.end.value() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        async let end: Void = child.end.value()
        child.terminate()
        try await end
    }

    @Test func whatCannotBeRunIsNamed() {
        let fault = #expect(throws: SpawnFault.self) {
            try Child("/absent/x", arguments: [], environment: [:], hasLifeline: false) { _ in }
        }
        #expect(fault?.path == "/absent/x")
        #expect(fault?.reason == "No such file or directory")
    }
}
