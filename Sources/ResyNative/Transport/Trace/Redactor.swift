internal import ResyDomain

/// Takes secrets and personal data out of text that people will read: traces, logs, errors.
///
/// Two nets, one behind the other: values that were registered are found anywhere, in any encoding; all the rest
/// goes by where it stands (a header, a field, a key) and by its looks.
package final class Redactor: Sendable {
    static let mask = "***"

    /// A booking and a cancellation have a token of their own each: a server that runs for weeks must not keep all.
    static let mostKnown = 128

    /// How long a value matters. Each kind has room of its own, so that bookings do not push out the password.
    package enum Kind: Int, CaseIterable, Sendable {
        /// A password, a key: good until a person changes it.
        case lasting
        /// A token or cookie that stands for the account: replaced now and then.
        case renewed
        /// Of one booking, one code, one visit.
        case passing

        fileprivate var most: Int { self == .passing ? Redactor.mostKnown : 32 }
    }

    private struct Known {
        /// By kind; the latest last.
        var byArrival: [[KnownValue]] = Kind.allCases.map { _ in [] }
        /// The longest first: one may be a part of another.
        var byLength: [KnownValue] = []
        var arrivals = 0

        mutating func add(_ value: KnownValue, _ kind: Kind) {
            let own = kind.rawValue
            // Met again as something that passes, it is still what it was.
            guard byArrival[own].last != value, !byArrival[..<own].joined().contains(value) else { return }
            if let known = byArrival[own].firstIndex(of: value) {
                // It is the latest once more, and nothing is new.
                byArrival[own].append(byArrival[own].remove(at: known))
                return
            }
            arrivals += kind == .passing ? 1 : Redactor.longestUnrepeated
            for place in own..<byArrival.count { byArrival[place].removeAll { $0 == value } }
            byArrival[own].append(value)
            byArrival[own].removeFirst(max(0, byArrival[own].count - kind.most))
            byLength = byArrival.joined().sorted { $0.count > $1.count }
        }
    }

    private let known = Lock(Known())

    /// What is registered stays known while this has grown by less: nothing but a few passing values has come since.
    static let longestUnrepeated = mostKnown / 2

    var arrivals: Int { known.withLock { $0.arrivals } }

    package init() {}

    /// From now on this value is masked wherever it turns up, until many others of its kind have come after it. Too
    /// short a value would mask everything and is left to the other net.
    package func register(_ secret: Secret, as kind: Kind = .passing) {
        guard let value = KnownValue(secret) else { return }
        known.withLock { $0.add(value, kind) }
    }

    /// A log line, an error, a page: anything without a form of its own.
    package func redact(_ text: String) -> String {
        String(decoding: redactText(Array(text.utf8)), as: UTF8.self)
    }

    /// Text of third parties made fit to show, as `CleanText` does it, without what is secret.
    ///
    /// Masked before it is cleaned, while escapes can be told, and again after: cleaning puts together what was parted by
    /// something that nobody sees. Cut last, or half a secret could be left at the end.
    package func cleanLine(_ text: String, to limit: Int = 300) -> String {
        CleanText.shortened(redact(CleanText.whole(redact(text))), to: limit)
    }

    /// The same for a line of the log, which may hold `<words>` of our own and has no bound.
    package func logLine(_ text: String) -> String {
        redact(CleanText.seen(redact(text)))
    }

    func redactText(_ bytes: [UInt8]) -> [UInt8] {
        TextRedaction.redact(maskKnown(bytes))
    }

    func redactJSON(_ bytes: [UInt8]) -> [UInt8] {
        JSONRedaction.redact(maskKnown(bytes))
    }

    func redactForm(_ bytes: [UInt8]) -> [UInt8] {
        FormRedaction.redact(maskKnown(bytes))
    }

    /// The value of a header, masked whole unless the header is known to be harmless.
    func redactHeader(_ name: String, _ value: String) -> String {
        guard HeaderNames.isHarmless(name) else { return Self.mask }
        return redact(value)
    }

    /// A path with its query.
    func redactTarget(_ target: String) -> String {
        redact(target)
    }

    /// A body by its type, or by its looks where the type says nothing. `isCut`: more followed, so that its end
    /// may be the first half of a secret.
    func redactBody(_ body: [UInt8], type: String?, isCut: Bool) -> [UInt8] {
        let body = isCut ? withoutRaggedEnd(body) : body
        let type = type?.lowercased() ?? ""
        let first = body.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        if type.contains("form-urlencoded") { return redactForm(body) }
        if type.contains("json") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return redactJSON(body) }
        return redactText(body)
    }

    /// Registered values alone: for text whose form has to stay.
    func maskKnown(_ bytes: [UInt8]) -> [UInt8] {
        let values = known.withLock { $0.byLength }
        return values.reduce(bytes) { $1.masking($0) }
    }

    /// Drops the last word and the start of any registered value at the end.
    private func withoutRaggedEnd(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count
        for value in known.withLock({ $0.byLength }) { end = min(end, value.startOfPart(atEndOf: bytes)) }
        let stops = Array(" \t\r\n\",<>&{}[]".utf8)
        while end > 0, !stops.contains(bytes[end - 1]) { end -= 1 }
        return Array(bytes[..<end])
    }
}
