/// What the front does to the bytes of one answer. Travels from the server to the front in a header.
package struct WireFault: Sendable, Equatable {
    static let header = "X-Sandbox-Wire"

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

    var text: String {
        var parts: [String] = []
        if delayMilliseconds > 0 { parts.append("delay=\(delayMilliseconds)") }
        if let stallMilliseconds { parts.append("stall=\(stallMilliseconds)") }
        if reset { parts.append("reset=1") }
        if let cutAfter { parts.append("cut=\(cutAfter)") }
        if dripMilliseconds > 0 { parts.append("drip=\(dripMilliseconds);piece=\(dripBytes)") }
        if let claimedLength { parts.append("length=\(claimedLength)") }
        if let padTo { parts.append("pad=\(padTo)") }
        if garbage { parts.append("garbage=1") }
        if halfClose { parts.append("half=1") }
        return parts.joined(separator: ";")
    }

    init() {}

    init(text: String) {
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=")
            guard pair.count == 2, let value = Int(pair[1]) else { continue }
            switch pair[0] {
            case "delay": delayMilliseconds = value
            case "stall": stallMilliseconds = value
            case "reset": reset = true
            case "cut": cutAfter = value
            case "drip": dripMilliseconds = value
            case "piece": dripBytes = value
            case "length": claimedLength = value
            case "pad": padTo = value
            case "garbage": garbage = true
            case "half": halfClose = true
            default: break
            }
        }
    }
}
