internal import ResyDomain

/// The key being read, with its escapes undone, as far as a chosen key could reach.
struct JSONKeyText {
    private static let longest = 64
    private var bytes: [UInt8] = []
    private var isOther = false

    /// The next key: the room of the last one is kept.
    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        isOther = false
    }

    mutating func append(_ part: some Collection<UInt8>) {
        guard !isOther else { return }
        if part.count <= JSONKeyText.longest - bytes.count { bytes += part } else { isOther = true }
    }

    /// It holds what no chosen key does.
    mutating func spoil() { isOther = true }

    func isEqual(to step: JSONArrayPath.Step) -> Bool {
        guard !isOther, case .key(let wanted) = step else { return false }
        return wanted.utf8.elementsEqual(bytes)
    }
}
