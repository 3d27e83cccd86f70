/// Why a WebSocket ends, as a number that may stand in a Close frame (RFC 6455 §7.4 and its registry).
package struct CloseCode: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    /// Nil for numbers that must not be sent: reserved, unassigned or out of range.
    package init?(rawValue: UInt16) {
        switch rawValue {
        case 1000...1003, 1007...1014, 3000...4999: self.rawValue = rawValue
        default: return nil
        }
    }

    private init(known rawValue: UInt16) { self.rawValue = rawValue }

    package static let normal = CloseCode(known: 1000)
    package static let goingAway = CloseCode(known: 1001)
    package static let protocolError = CloseCode(known: 1002)
    package static let invalidText = CloseCode(known: 1007)
    package static let tooLarge = CloseCode(known: 1009)
}
