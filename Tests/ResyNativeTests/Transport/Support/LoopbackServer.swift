@testable import ResyDomain
import Glibc

@testable import ResyNative

/// A plain HTTP/1.1 server on loopback that does what a test says: one thread per connection, raw bytes out.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var line: String
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        /// Which connection it came on, from 1.
        var connection: Int
        /// Which request of the whole server it is, from 1.
        var number: Int

        var method: String { String(line.prefix { $0 != " " }) }
        var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
        func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
    }

    /// The connection a request came on, for its answer.
    struct Peer: Sendable {
        fileprivate let socket: CInt

        func send(_ bytes: some Collection<UInt8>) {
            var rest = Array(bytes)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        func send(_ text: String) { send(text.utf8) }

        func answer(
            _ body: some Collection<UInt8> = [UInt8](), status: String = "200 OK", headers: [String] = []
        ) {
            let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
            send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + Array(body))
        }

        /// Ends the connection by RST rather than FIN.
        func reset() {
            var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
            setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        }

        /// Says nothing until the other side goes away.
        func stall() {
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
        }
    }

    enum Then: Sendable { case keep, close }
    typealias Handler = @Sendable (Request, Peer) -> Then

    let port: UInt16
    private let listener: CInt
    private let handler: Handler
    private let state = Lock(State())

    private struct State {
        var requests: [Request] = []
        var connections = 0
        var open: Set<CInt> = []
        var isStopped = false
    }

    init(_ handler: @escaping Handler) throws {
        self.handler = handler
        (listener, port) = try Loopback.listen()
        _ = ResyNative.Thread.start(name: "test-accept") { [self] in accept() }
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [Request] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }

    /// Under the lock as the closing is: a number that was closed may be another test's socket by now.
    func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(listener, CInt(SHUT_RDWR))
            for socket in state.open { shutdown(socket, CInt(SHUT_RDWR)) }
        }
    }

    private func accept() {
        while true {
            let socket = Glibc.accept(listener, nil, nil)
            guard socket >= 0 else { break }
            let connection = state.withLock { state -> Int? in
                guard !state.isStopped else { return nil }
                state.connections += 1
                state.open.insert(socket)
                return state.connections
            }
            guard let connection else {
                close(socket)
                continue
            }
            _ = ResyNative.Thread.start(name: "test-serve") { [self] in
                serve(socket, connection)
                state.withLock { state in
                    state.open.remove(socket)
                    close(socket)
                }
            }
        }
        close(listener)
    }

    private func serve(_ socket: CInt, _ connection: Int) {
        var buffer: [UInt8] = []
        while var request = read(socket, &buffer) {
            request.connection = connection
            let numbered = state.withLock { state in
                request.number = state.requests.count + 1
                state.requests.append(request)
                return request
            }
            guard handler(numbered, Peer(socket: socket)) == .keep else { return }
        }
    }

    /// One request with its body (by Content-Length or in chunks); nil at the end of the connection.
    private func read(_ socket: CInt, _ buffer: inout [UInt8]) -> Request? {
        func more() -> Bool {
            var piece = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return false }
            buffer += piece[..<count]
            return true
        }
        var headEnd: Int?
        while headEnd == nil {
            headEnd = buffer.indices.first { buffer[$0...].starts(with: [13, 10, 13, 10]) }
            if headEnd == nil, !more() { return nil }
        }
        guard let headEnd else { return nil }
        let lines = String(decoding: buffer[..<headEnd], as: UTF8.self).split(whereSeparator: \.isNewline)
        let headers = lines.dropFirst().map { line -> (name: String, value: String) in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts.last?.drop { $0 == " " } ?? ""))
        }
        var request = Request(line: String(lines.first ?? ""), headers: headers, body: [], connection: 0, number: 0)
        let start = headEnd + 4
        if request.header("transfer-encoding") == "chunked" {
            while !buffer.dropFirst(start).suffix(5).elementsEqual("0\r\n\r\n".utf8) {
                guard more() else { return nil }
            }
            request.body = Array(buffer.dropFirst(start))  // as it came: no test looks inside
            buffer = []
        } else {
            let length = request.header("content-length").flatMap { Int($0) } ?? 0
            while buffer.count < start + length { guard more() else { return nil } }
            request.body = Array(buffer[start..<start + length])
            buffer.removeFirst(start + length)
        }
        return request
    }
}
