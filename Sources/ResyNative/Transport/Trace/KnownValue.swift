/// One registered secret, found also where it is percent-, form-, JSON- or HTML-escaped, in whole or in part,
/// and where characters that nobody sees stand within.
struct KnownValue: Equatable, Sendable {
    private let secret: Secret
    private let first: UInt8
    let count: Int
    /// Tells most values apart without reading them; seeded anew in each process.
    private let mark: Int

    init?(_ secret: Secret) {
        let bytes = secret.revealBytes()
        guard bytes.count >= 4 else { return nil }
        self.secret = secret
        first = bytes[0]
        count = bytes.count
        mark = secret.mark
    }

    static func == (left: KnownValue, right: KnownValue) -> Bool {
        left.mark == right.mark && left.secret == right.secret
    }

    func masking(_ text: [UInt8]) -> [UInt8] {
        let value = secret.revealBytes()
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if mayStart(text[index]), case .whole(let end) = Self.match(value, in: text, at: index) {
                out += Array(Redactor.mask.utf8)
                index = end
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return out
    }

    /// Where the text ends in the middle of the value: the start of that part, else the text's end.
    func startOfPart(atEndOf text: [UInt8]) -> Int {
        let value = secret.revealBytes()
        // No escape is longer than twelve bytes for one.
        let earliest = max(0, text.count - value.count * 12)
        for index in earliest..<text.count where mayStart(text[index]) {
            if case .cut = Self.match(value, in: text, at: index) { return index }
        }
        return text.count
    }

    private func mayStart(_ byte: UInt8) -> Bool {
        byte == first || "%\\&+".utf8.contains(byte)
    }

    private enum Match {
        case none
        /// The text ended first.
        case cut
        case whole(end: Int)
    }

    /// All readings at once, since a byte may stand for itself or begin an escape: for each number of the value's
    /// bytes that are matched, the places in the text where they may end.
    private static func match(_ value: [UInt8], in text: [UInt8], at start: Int) -> Match {
        var reached: [Int: Set<Int>] = [0: [start]]
        var isCut = false
        for index in value.indices {
            var open = reached.removeValue(forKey: index) ?? []
            while let position = open.popFirst() {
                guard position < text.count else {
                    isCut = true
                    continue
                }
                if index > 0, let end = Unseen.end(in: text, at: position) { open.insert(end) }
                if text[position] == value[index] { reached[index + 1, default: []].insert(position + 1) }
                if let escape = Escape.read(text, at: position) {
                    guard value[index...].starts(with: escape.bytes), !escape.bytes.isEmpty else { continue }
                    reached[index + escape.bytes.count, default: []].insert(escape.end)
                } else if text.count - position < 12, "%\\&".utf8.contains(text[position]) {
                    isCut = true
                }
            }
            if reached.isEmpty { break }
        }
        if let end = reached[value.count]?.max() { return .whole(end: end) }
        return isCut ? .cut : .none
    }
}
