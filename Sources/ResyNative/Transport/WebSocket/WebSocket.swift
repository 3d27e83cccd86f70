internal import ResyDomain
internal import Synchronization

/// A WebSocket to a server, without extensions; what is said on it is never logged.
///
/// It has a thread of its own, which ends when the socket does: closed by either side, cut, its opening cancelled,
/// or simply dropped.
package final class WebSocket: Sendable {
    /// `text` is UTF-8, checked.
    package enum Message: Sendable, Equatable {
        case text([UInt8])
        case binary([UInt8])

        package var bytes: [UInt8] {
            switch self {
            case .text(let bytes), .binary(let bytes): bytes
            }
        }
    }

    private let link: WebSocketLink
    /// What the kernel calls its thread.
    let threadName: String

    private static let count = Atomic(0)

    private init(_ link: WebSocketLink, threadName: String) {
        self.link = link
        self.threadName = threadName
    }

    deinit { link.abort() }

    /// Throws `WebSocketError`, or `CancellationError` when the task is cancelled.
    ///
    /// - Parameters:
    ///   - url: `wss`, or `ws` for a loopback host.
    ///   - caBundle: certificates trusted, and no others; nil for libcurl's own default.
    package static func connect(
        _ url: String, limits: WebSocketLimits = WebSocketLimits(), caBundle: String? = nil
    ) async throws -> WebSocket {
        let address = try WebSocketAddress(url)
        let link = try WebSocketLink(queueLimit: limits.queueBytes)
        let opening = WebSocketOpening(address: address, caBundle: caBundle, limits: limits, link: link)
        let name = "resy-ws-\(count.add(1, ordering: .relaxed).newValue)"
        guard Thread.start(name: name, { link.finish(opening.run()) }) else {
            throw WebSocketError.unreachable(.outOfMemory)
        }
        try await link.awaitOpening()
        return WebSocket(link, threadName: name)
    }

    /// Returns when all of it is on its way. Throws `WebSocketError`, or `CancellationError` when the task is
    /// cancelled first; a frame that had begun then still goes out.
    package func send(text: [UInt8]) async throws {
        guard UTF8Check.isText(text) else { throw WebSocketError.invalidText }
        try await link.send(Frame(opcode: .text, payload: text))
    }

    package func send(binary: [UInt8]) async throws {
        try await link.send(Frame(opcode: .binary, payload: binary))
    }

    /// The next message in the order they came; nil once the socket is closed as it should be. Throws
    /// `WebSocketError` for any other end, after all that came before it, and `CancellationError`.
    package func receive() async throws -> Message? {
        try await link.receive()
    }

    /// `receive` until its nil. Each message goes to one taker.
    package var messages: Messages { Messages(socket: self) }

    package struct Messages: AsyncSequence, Sendable {
        package typealias Element = Message

        fileprivate let socket: WebSocket

        package func makeAsyncIterator() -> Iterator { Iterator(socket: socket) }

        package struct Iterator: AsyncIteratorProtocol {
            fileprivate let socket: WebSocket

            package mutating func next() async throws -> Message? {
                try await socket.receive()
            }
        }
    }

    /// Sends what is queued, then a Close, and returns when the connection is gone; within the limit for closing,
    /// or at once when the task is cancelled. `reason`: 123 bytes at most, the rest is cut.
    package func close(_ code: CloseCode = .normal, reason: String = "") async {
        await link.close(.close(code, reason: reason))
    }
}
