/// What the front does to the bytes of one answer.
package struct WireFault: Sendable, Equatable {
    /// Wait before the first byte.
    package var delayMilliseconds = 0
    /// Say nothing for so long, then close.
    package var stallMilliseconds: Int?
    /// Close with RST; after `cutAfter` bytes if that is set, else before the first.
    package var reset = false
    /// Send no more than so many bytes of the body, then close.
    package var cutAfter: Int?
    /// Send the answer in pieces of `dripBytes`, with this pause between them.
    package var dripMilliseconds = 0
    package var dripBytes = 1
    /// A `Content-Length` that is not the body's.
    package var claimedLength: Int?
    /// Make the body so many bytes, on the fly.
    package var padTo: Int?
    /// Send this instead of HTTP.
    package var garbage = false
    /// Close the sending half after the answer, and keep the other open.
    package var halfClose = false

    init() {}
}
