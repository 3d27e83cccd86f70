@testable import ResyDomain
import Foundation
import Glibc
import Testing

@testable import ResyNative
@testable import resy_mcp

/// Real pipes, one at each end.
@Suite(.timeLimit(.minutes(1))) struct LineIOTests {
    struct Pipe {
        let reading: CInt
        let writing: CInt

        init() {
            var ends: [CInt] = [0, 0]
            #expect(pipe(&ends) == 0)
            (reading, writing) = (ends[0], ends[1])
        }
    }

    /// Runs `body` on a thread of its own: the few that tasks share must not block on one another's pipes.
    static func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Task<Value, Never> {
        let (stream, feed) = AsyncStream<Value>.makeStream()
        Thread.detachNewThread {
            feed.yield(body())
            feed.finish()
        }
        return Task {
            for await value in stream { return value }
            fatalError("the test was stopped before its thread was done")
        }
    }

    @Test func aLineBiggerThanThePipeArrivesWhole() async {
        let pipe = Pipe()
        _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)  // a parent may have set it
        let io = LineIO(input: -1, output: pipe.writing)
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
        let reader = Self.onThread {
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while received.count < 2 * 300_001 {
                let count = read(pipe.reading, &buffer, buffer.count)
                guard count > 0 else { break }
                received += buffer[..<count]
            }
            return received
        }
        await Self.onThread {
            io.write(line)
            io.write(line)
        }.value
        let expected = line + [10] + line + [10]
        #expect(await reader.value == expected)
        close(pipe.reading)
        close(pipe.writing)
    }

    /// Others whom the writing thread serves are served by another one then.
    @Test func aClientThatDoesNotReadHoldsUpNobodyElse() async {
        let pipe = Pipe()
        let io = LineIO(input: -1, output: pipe.writing)
        let short = [UInt8](repeating: UInt8(ascii: "s"), count: 1000)
        let long = [UInt8](repeating: UInt8(ascii: "l"), count: 300_000)
        let (leavings, leaving) = AsyncStream<Void>.makeStream()
        let writer = Self.onThread {
            var left = 0
            SharedThread.serve(leave: {
                left += 1
                leaving.yield()
                return true
            }) {
                for _ in 0..<3 { io.write(short) }
                #expect(left == 0)
                io.write(long)
            }
            return left
        }
        for await _ in leavings { break }
        let reader = Self.onThread {
            var count = 0
            var buffer = [UInt8](repeating: 0, count: 4096)
            while count < 3 * 1001 + 300_001 { count += max(0, read(pipe.reading, &buffer, buffer.count)) }
            return count
        }
        #expect(await writer.value == 1)
        #expect(await reader.value == 303_004)
        close(pipe.reading)
        close(pipe.writing)
    }

    @Test func linesOfManyTasksDoNotMix() async {
        let pipe = Pipe()
        let io = LineIO(input: -1, output: pipe.writing)
        let reader = Self.onThread {
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while case let count = read(pipe.reading, &buffer, buffer.count), count > 0 { received += buffer[..<count] }
            return received
        }
        await withTaskGroup { group in
            for letter in UInt8(ascii: "a")...UInt8(ascii: "p") {
                group.addTask { await Self.onThread { io.write([UInt8](repeating: letter, count: 10_000)) }.value }
            }
        }
        close(pipe.writing)
        let lines = await reader.value.split(separator: 10)
        #expect(lines.count == 16)
        #expect(lines.allSatisfy { $0.count == 10_000 && Set($0).count == 1 })
        close(pipe.reading)
    }

    @Test func aClientThatWentEndsTheInput() async {
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let io = LineIO(input: -1, output: pipe.writing)
        close(pipe.reading)
        io.write([1])
        for await _ in io.lines { Issue.record("a line out of nowhere") }
        close(pipe.writing)
    }
}
