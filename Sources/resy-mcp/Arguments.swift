internal import ResyDomain
internal import ResyNative

/// The arguments of one call, read one by one; whatever is wrong with them is a `bad_request` that says what is right.
struct Arguments: Sendable {
    private let values: JSON

    /// `values` is an object; `allowed` are the names the tool knows.
    init(_ values: JSON, allowed: [String]) throws(ResyError) {
        let unknown = values.members.map(\.key).filter { !allowed.contains($0) }
        guard unknown.isEmpty else {
            let names = unknown.prefix(5).map(RPCError.quoted).joined(separator: ", ")
            throw Arguments.refusal(
                "unknown argument\(unknown.count > 1 ? "s" : "") \(names)",
                hint: "allowed: \(allowed.joined(separator: ", "))")
        }
        self.values = values
    }

    /// A sealed confirm_token carries what was agreed to: some 400 characters, more for long seating names.
    static let longestToken = 2000
    /// A candidate's whole line, as an error lists it, names a restaurant too.
    static let longestName = 1000

    // MARK: - Text

    /// Without the space around it, never empty. `example` is shown where it is missing.
    func text(
        _ name: String, example: String, limit: Int = 200, isExact: Bool = false
    ) throws(ResyError) -> String {
        guard let text = try given(name, limit: limit, isExact: isExact), !Unset.isRequired(text) else {
            throw Arguments.refusal("\(name) is missing", hint: "give \(name), for example \"\(example)\"")
        }
        return text
    }

    /// Nil where it is absent, null, blank or a word for nothing. `takesNumbers`: 123 is read as "123", for ids. `isExact`: half
    /// a character is refused, not mended; so it is in ids and in addresses of pages.
    func optionalText(
        _ name: String, limit: Int = 200, takesNumbers: Bool = false, isExact: Bool = false
    ) throws(ResyError) -> String? {
        let text = try given(name, limit: limit, takesNumbers: takesNumbers, isExact: isExact)
        return text.flatMap { Unset.isOptional($0) ? nil : $0 }
    }

    private func given(
        _ name: String, limit: Int, takesNumbers: Bool = false, isExact: Bool = false
    ) throws(ResyError) -> String? {
        guard let value = values.optional(name) else { return nil }
        let isNumber = takesNumbers && (value.kind == .integer || value.kind == .beyond)
        guard let found = isNumber ? try? value.text : try? value.words else {
            throw Arguments.wrongKind(name, value, wanted: "a string", isQuoted: !isExact)
        }
        if isExact || takesNumbers || found.contains("://"), (try? value.text) == nil {
            // What it is may be a token: its value stays unsaid.
            throw Arguments.refusal("\(name) holds half a character", hint: "copy \(name) once more, unchanged")
        }
        guard found.unicodeScalars.count <= limit else {
            throw Arguments.refusal("\(name) is too long", hint: "at most \(limit) characters")
        }
        return found.trimmed
    }

    /// What a restaurant is to be told, of any length: every character as it came. No error repeats it. Nil as for other texts.
    func dinersWords(_ name: String) throws(ResyError) -> String? {
        guard let value = values.optional(name) else { return nil }
        guard let found = try? value.words else {
            throw Arguments.wrongKind(name, value, wanted: "a string", isQuoted: false)
        }
        return Unset.isOptional(found.trimmed) ? nil : found
    }

    /// Nil where it is missing or blank.
    func occasion(_ name: String) throws(ResyError) -> Occasion? {
        guard let text = try dinersWords(name) else { return nil }
        guard let occasion = Occasion(named: text) else {
            let known = Occasion.allCases.map(\.rawValue).joined(separator: ", ")
            throw Arguments.refusal(
                "\(name) is not one that Resy knows. Nothing was booked.",
                hint: "Use one of \(known), or say it in special_requests")
        }
        return occasion
    }

    /// Every character as it came; only an empty one is refused.
    func secret(_ name: String, hint: String) throws(ResyError) -> Secret {
        guard let value = values.optional(name) else { throw Arguments.refusal("\(name) is missing", hint: hint) }
        guard let text = try? value.string else {
            // Its value stays unsaid.
            let reason =
                switch value.kind {
                case .string: "holds half a character"
                case .disputed: "is given twice, with values that differ"
                default: "must be a string"
                }
            throw Arguments.refusal("\(name) \(reason)", hint: hint)
        }
        guard !text.trimmed.isEmpty else { throw Arguments.refusal("\(name) is empty", hint: hint) }
        guard !Unset.isRequired(text) else { throw Arguments.refusal("\(name) is missing", hint: hint) }
        guard text.utf8.count <= 1024 else {
            throw Arguments.refusal("\(name) is too long", hint: hint)
        }
        return Secret(text)
    }

    // MARK: - Numbers and flags

    /// A whole number, `2.0` and `"2"` included.
    func integer(_ name: String, default missing: Int, in range: ClosedRange<Int>) throws(ResyError) -> Int {
        guard let value = value(name) else { return missing }
        guard let number = try? value.integer else { throw Arguments.wrongKind(name, value, wanted: "a whole number") }
        guard range.contains(number) else {
            throw Arguments.refusal(
                "\(name) \(number) is out of range", hint: "allowed: \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func flag(_ name: String, default missing: Bool) throws(ResyError) -> Bool {
        guard let value = value(name) else { return missing }
        switch value.kind {
        case .yes: return true
        case .no: return false
        default:
            switch (try? value.string)?.trimmed.lowercased() {
            case "true": return true
            case "false": return false
            default: throw Arguments.wrongKind(name, value, wanted: "true or false")
            }
        }
    }

    /// Nil where it is absent, null or a word for nothing.
    private func value(_ name: String) -> JSON? {
        guard let value = values.optional(name) else { return nil }
        if let text = try? value.string, Unset.isOptional(text) { return nil }
        return value
    }

    // MARK: - Refusals

    private static func wrongKind(
        _ name: String, _ value: JSON, wanted: String, isQuoted: Bool = true
    ) -> ResyError {
        let isTwice = value.kind == .disputed
        guard isQuoted else {
            let reason = isTwice ? "is given more than once, with values that differ" : "must be \(wanted)"
            return refusal("\(name) \(reason)", hint: "give \(name) once, as \(wanted)")
        }
        guard !isTwice else {
            let given = value.versions.prefix(3).map { RPCError.quoted((try? $0.words) ?? $0.compact) }
            return refusal(
                "\(name) is given more than once, as \(given.joined(separator: " and as "))",
                hint: "give \(name) once, as \(wanted)")
        }
        // A string as it reads, not as JSON writes it: its own quotation marks would be a second pair.
        let given = (try? value.words) ?? value.compact
        return refusal("\(name) must be \(wanted), not \(RPCError.quoted(given))", hint: "give \(name) as \(wanted)")
    }

    private static func refusal(_ message: String, hint: String) -> ResyError {
        ResyError(.badRequest, message, hint: hint)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
