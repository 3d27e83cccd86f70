/// A key that means more than a character.
enum Key: Sendable, CaseIterable {
    case enter, tab, escape

    /// As `KeyboardEvent.key` and `.code` have it.
    var name: String {
        switch self {
        case .enter: "Enter"
        case .tab: "Tab"
        case .escape: "Escape"
        }
    }

    /// The number of the key on Windows, which the protocol uses everywhere.
    var number: Int {
        switch self {
        case .enter: 13
        case .tab: 9
        case .escape: 27
        }
    }

    /// What it types: without it Enter submits nothing.
    var text: String? { self == .enter ? "\r" : nil }
}
