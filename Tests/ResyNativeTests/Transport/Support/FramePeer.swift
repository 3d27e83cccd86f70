import Foundation
import Glibc
@testable import ResyDomain

@testable import ResyNative

/// An HTTP/2 server that answers or refuses each stream as a test says: bare frames through `openssl s_server`.
final class FramePeer: Sendable {
    enum Reply: Sendable {
        case answer, refuse
        /// Nothing yet.
        case hold
        /// 20,000 bytes, and in the record that ends them the four of the request that was held.
        case withHeld
    }

    let port: UInt16
    private let process: Process
    private let count = Lock(0)

    /// `reply`: by the number of the request, from 1.
    init(_ reply: @escaping @Sendable (Int) -> Reply) throws {
        let certificate = try TestAuthority.shared.get().certificate()
        port = try Loopback.freePort()
        let (input, output) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-quiet", "-alpn", "h2",
            "-cert", certificate.certificate, "-key", certificate.key,
        ]
        process.environment = Command.environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Its first connection is ours, to know that it listens; it says nothing and leaves.
        for _ in 0..<500 {
            if let socket = try? Loopback.connect(to: port) {
                Glibc.close(socket)
                break
            }
            usleep(20_000)
        }
        let (reading, writing) = (output.fileHandleForReading, input.fileHandleForWriting)
        _ = ResyNative.Thread.start(name: "test-frames") { [self] in
            var frames = Frames()
            while case let data = reading.availableData, !data.isEmpty {
                for answer in frames.read(Array(data), reply: { reply(next()) }) {
                    try? writing.write(contentsOf: Data(answer))
                }
            }
        }
    }

    var url: String { "https://127.0.0.1:\(port)/" }
    var requests: Int { count.withLock { $0 } }

    func stop() { process.end() }

    private func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }

    /// As little of RFC 9113 as a client needs to go on.
    private struct Frames {
        private var buffer: [UInt8] = []
        private var held: [UInt8] = []
        private let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

        mutating func read(_ bytes: [UInt8], reply: () -> Reply) -> [[UInt8]] {
            buffer += bytes
            var answers: [[UInt8]] = []
            while true {
                if buffer.starts(with: preface) {
                    buffer.removeFirst(preface.count)
                    answers.append(frame(type: 4, flags: 0, stream: [0, 0, 0, 0], []))
                    continue
                }
                guard buffer.count >= 9 else { return answers }
                let length = Int(buffer[0]) << 16 | Int(buffer[1]) << 8 | Int(buffer[2])
                let (type, flags, stream) = (buffer[3], buffer[4], Array(buffer[5..<9]))
                guard buffer.count >= 9 + length, buffer[0] != UInt8(ascii: "P") else { return answers }
                buffer.removeFirst(9 + length)
                if type == 4, flags & 1 == 0 { answers.append(frame(type: 4, flags: 1, stream: stream, [])) }
                // The end of a request, on its HEADERS or on its last DATA.
                guard type <= 1, flags & 1 == 1 else { continue }
                switch reply() {
                case .answer: answers.append(frame(type: 1, flags: 5, stream: stream, [0x88]))
                case .refuse: answers.append(frame(type: 3, flags: 0, stream: stream, [0, 0, 0, 7]))
                case .hold: held = stream
                case .withHeld:
                    let half = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000)
                    answers.append(
                        head(stream: held, length: 4) + head(stream: stream, length: 20_000)
                            + frame(type: 0, flags: 0, stream: stream, half)
                            + frame(type: 0, flags: 1, stream: stream, half)
                            + frame(type: 0, flags: 1, stream: held, Array("held".utf8)))
                }
            }
        }

        /// 200 and the length: places 8 and 28 of HPACK's table.
        private func head(stream: [UInt8], length: Int) -> [UInt8] {
            let length = Array("\(length)".utf8)
            return frame(type: 1, flags: 4, stream: stream, [0x88, 0x0F, 0x0D, UInt8(length.count)] + length)
        }

        private func frame(type: UInt8, flags: UInt8, stream: [UInt8], _ payload: [UInt8]) -> [UInt8] {
            [0, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF), type, flags] + stream + payload
        }
    }
}
