/// What a WebSocket may take, in seconds and bytes.
package struct WebSocketLimits: Sendable {
    /// Seconds to connect, TLS and handshake included.
    package var connect: Double = 10
    /// Seconds for the other side to take part in closing; after twice as many at most it is over.
    package var close: Double = 3
    /// Longest message accepted.
    package var messageBytes = 64 << 20
    /// Messages received but not yet taken; from there on nothing is read.
    package var queueBytes = 16 << 20

    package init() {}
}
