internal import ResyDomain
internal import ResyNative

/// The arguments of one call, read one by one; whatever is wrong with them is a `bad_request` that says what is right.
struct Arguments: Sendable {
    let values: JSON

    /// `values` is an object; `allowed` are the names the tool knows.
    init(_ values: JSON, allowed: [String]) throws(ResyError) {
        let unknown = values.members.map(\.key).filter { !allowed.contains($0) }
        guard unknown.isEmpty else {
            throw Arguments.refusal(.unknown(names: unknown), .allowed(names: allowed))
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
        _ name: String, example: String, limit: Int = 200, takesNumbers: Bool = false, isExact: Bool = false
    ) throws(ResyError) -> String {
        guard let text = try given(name, limit: limit, takesNumbers: takesNumbers, isExact: isExact),
            !Unset.isRequired(text)
        else {
            throw Arguments.refusal(.missing(name: name), .give(name: name, example: example))
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
            throw Arguments.wrongKind(name, value, wanted: .text, isQuoted: !isExact)
        }
        if isExact || takesNumbers || found.contains("://"), (try? value.text) == nil {
            // What it is may be a token: its value stays unsaid.
            throw Arguments.refusal(.halfACharacter(name: name), .copyOnceMore(name: name))
        }
        guard found.unicodeScalars.count <= limit else {
            throw Arguments.refusal(.tooLong(name: name), .atMost(characters: limit))
        }
        return found.trimmed
    }

    /// What a restaurant is to be told, of any length: every character as it came. No error repeats it. Nil as for other texts.
    func dinersWords(_ name: String) throws(ResyError) -> String? {
        guard let value = values.optional(name) else { return nil }
        guard let found = try? value.words else {
            throw Arguments.wrongKind(name, value, wanted: .text, isQuoted: false)
        }
        return Unset.isOptional(found.trimmed) ? nil : found
    }

    /// Nil where it is missing or blank.
    func occasion(_ name: String) throws(ResyError) -> Occasion? {
        guard let text = try dinersWords(name) else { return nil }
        guard let occasion = Occasion(named: text) else {
            throw Arguments.refusal(
                .unknownOccasion(name: name, given: text), .useOccasion(Occasion.allCases.map(\.rawValue)))
        }
        return occasion
    }

    /// One of a few words, in whatever case.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default missing: Choice
    ) throws(ResyError) -> Choice where Choice.RawValue == String {
        guard let text = try optionalText(name) else { return missing }
        guard let choice = Choice(rawValue: text.lowercased()) else {
            throw Arguments.refusal(
                .noSuchChoice(name: name, given: text), .allowed(names: Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    /// Every character as it came; only an empty one is refused.
    func secret(_ name: String, orElse advice: Advice) throws(ResyError) -> Secret {
        guard let value = values.optional(name) else { throw Arguments.refusal(.missing(name: name), orElse: advice) }
        guard let text = try? value.string else {
            // Its value stays unsaid.
            let finding: ArgumentFinding =
                switch value.kind {
                case .string: .halfACharacter(name: name)
                case .disputed: .disputedSecret(name: name)
                default: .secretOfWrongKind(name: name)
                }
            throw Arguments.refusal(finding, orElse: advice)
        }
        guard !text.trimmed.isEmpty else { throw Arguments.refusal(.empty(name: name), orElse: advice) }
        guard !Unset.isRequired(text) else { throw Arguments.refusal(.missing(name: name), orElse: advice) }
        guard text.utf8.count <= 1024 else {
            throw Arguments.refusal(.tooLong(name: name), orElse: advice)
        }
        return Secret(text)
    }

    // MARK: - Numbers and flags

    /// A whole number, `2.0` and `"2"` included.
    /// Nil where it is missing.
    func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(ResyError) -> Int? {
        value(name) == nil ? nil : try integer(name, default: range.lowerBound, in: range)
    }

    func integer(_ name: String, default missing: Int, in range: ClosedRange<Int>) throws(ResyError) -> Int {
        guard let value = value(name) else { return missing }
        guard let number = try? value.integer else { throw Arguments.wrongKind(name, value, wanted: .wholeNumber) }
        guard range.contains(number) else {
            throw Arguments.refusal(.outOfRange(name: name, number), .within(range))
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
            default: throw Arguments.wrongKind(name, value, wanted: .flag)
            }
        }
    }

    /// Nil where it is absent, null or a word for nothing.
    func value(_ name: String) -> JSON? {
        guard let value = values.optional(name) else { return nil }
        if let text = try? value.string, Unset.isOptional(text) { return nil }
        return value
    }

    // MARK: - Refusals

    static func wrongKind(
        _ name: String, _ value: JSON, wanted: ArgumentKind, isQuoted: Bool = true
    ) -> ResyError {
        if value.kind == .disputed {
            let versions = isQuoted ? value.versions.map { (try? $0.words) ?? $0.compact } : nil
            return refusal(.disputed(name: name, versions: versions), .giveOnceAs(name: name, wanted))
        }
        guard isQuoted else {
            return refusal(.wrongKind(name: name, wanted, given: nil), .giveOnceAs(name: name, wanted))
        }
        // A string as it reads, not as JSON writes it: its own quotation marks would be a second pair.
        let given = (try? value.words) ?? value.compact
        return refusal(.wrongKind(name: name, wanted, given: given), .giveAs(name: name, wanted))
    }

    static func refusal(_ finding: ArgumentFinding, _ advice: ArgumentAdvice) -> ResyError {
        refusal(finding, orElse: .argument(advice))
    }

    private static func refusal(_ finding: ArgumentFinding, orElse advice: Advice) -> ResyError {
        ResyError(.badRequest, .argument(finding), advice: [advice])
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
