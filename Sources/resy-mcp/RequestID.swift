internal import ResyNative

/// The `id` of a message, kept byte for byte: an answer carries the very same one.
struct RequestID: Hashable, Sendable {
    private enum Value: Hashable {
        case number(Int)
        case text(String)
        /// What a value of ours does not hold: its bytes.
        case other([UInt8])
    }

    private let value: Value
    /// As it came.
    let json: JSON
    /// A string or an integer, as the protocol wants it. Others are named in the error that refuses them.
    let isAllowed: Bool

    /// Nil for what is neither a string nor a number.
    init?(_ bytes: [UInt8]) {
        guard let read = try? JSON(parsing: bytes) else { return nil }
        switch read.kind {
        case .integer:
            guard let number = try? read.integer else { return nil }
            value = .number(number)
            isAllowed = true
        case .string:
            value = (try? read.string).map { .text($0) } ?? .other(bytes)
            isAllowed = true
        case .beyond:
            value = .other(bytes)
            isAllowed = (try? read.text) != nil
        case .real:
            value = .other(bytes)
            isAllowed = false
        default: return nil
        }
        json = read.compactBytes == bytes ? read : .verbatim(bytes)
    }

    /// Where it is a string.
    var text: String? {
        if case .text(let text) = value { text } else { nil }
    }

    static func == (left: RequestID, right: RequestID) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
