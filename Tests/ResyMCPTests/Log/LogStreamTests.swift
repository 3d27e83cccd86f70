import Glibc
import Testing

@testable import ResyNative
@testable import resy_mcp

@Suite(.timeLimit(.minutes(1))) struct LogStreamTests {
    private static func line(_ number: Int, _ length: Int = 1000) -> [UInt8] {
        Array("\(number) \(String(repeating: "x", count: length))\n".utf8)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.prefix { $0 != "x" }) }
    }

    private static func read(_ pipe: LineIOTests.Pipe) -> [UInt8] {
        _ = fcntl(pipe.reading, F_SETFL, O_NONBLOCK)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = Glibc.read(pipe.reading, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    @Test func aLogThatNobodyReadsHoldsUpNobody() {
        let pipe = LineIOTests.Pipe()
        let stream = LogStream(pipe.writing, patience: 20)
        for number in 0..<200 { stream.write(Self.line(number)) }
        let taken = Self.lines(Self.read(pipe))
        let count = taken.count
        #expect((40..<70).contains(count))
        #expect(taken == (0..<count).map { "\($0) " })
        stream.write(Self.line(200))
        stream.write(Self.line(201))
        #expect(Self.lines(Self.read(pipe)) == ["(\(200 - count) lines that nobody read left out)", "200 ", "201 "])
        close(pipe.reading)
        close(pipe.writing)
    }

    @Test func aLineThatIsBrokenOffEnds() {
        let pipe = LineIOTests.Pipe()
        let stream = LogStream(pipe.writing, patience: 20)
        stream.write(Self.line(1, 300_000))
        let taken = Self.read(pipe)
        #expect(taken.last == UInt8(ascii: "x"))
        stream.write(Self.line(2))
        #expect(Self.lines(Self.read(pipe)) == ["(1 line that nobody read left out)", "2 "])
        close(pipe.reading)
        close(pipe.writing)
    }

    @Test func aLongLineIsWholeWhereItIsRead() async {
        let pipe = LineIOTests.Pipe()
        let stream = LogStream(pipe.writing, patience: 20_000)
        let expected = Self.line(1, 300_000) + Self.line(2)
        let reader = LineIOTests.onThread {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 5000)
            while bytes.count < expected.count { bytes += buffer[..<max(0, Glibc.read(pipe.reading, &buffer, 5000))] }
            return bytes
        }
        await LineIOTests.onThread {
            stream.write(Self.line(1, 300_000))
            stream.write(Self.line(2))
        }.value
        #expect(await reader.value == expected)
        close(pipe.reading)
        close(pipe.writing)
    }

    @Test func aStreamThatIsClosedIsNoFault() {
        LogStream(-1).write(Self.line(1))
        let pipe = LineIOTests.Pipe()
        signal(SIGPIPE, SIG_IGN)
        close(pipe.reading)
        LogStream(pipe.writing).write(Self.line(1))
        close(pipe.writing)
    }
}
