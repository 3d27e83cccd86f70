import ResyDomain

/// Whether an answer to a password wants a proof beside it: a code, or whose device this is.
///
/// No capture shows how the service says so beside its `challenge`; these are the names that such answers have
/// elsewhere. A token in the answer outweighs them.
enum ProofWanted {
    private static let names = ["mfa", "2fa", "two_factor", "twofactor", "otp", "one_time_code", "verification"]
    private static let words = [
        "mfa", "two-factor", "two factor", "2fa", "verification code", "one-time code", "one-time passcode",
        "multi-factor", "multifactor",
    ]

    static func isWanted(by answer: JSON) -> Bool {
        if answer.optional("challenge") != nil || answer.optional("mobile_claim") != nil { return true }
        guard answer.optional("token") == nil else { return false }
        return speaks(answer) || ["user", "data", "error"].contains { answer.optional($0).map(speaks) ?? false }
    }

    private static func speaks(_ object: JSON) -> Bool {
        object.members.contains { name, value in
            let name = name.lowercased()
            if names.contains(where: { Self.has($0, in: name) }) { return isYes(value) }
            guard ["error", "error_code", "code", "status", "message", "type", "reason", "next_step"].contains(name),
                let text = try? value.words.lowercased()
            else { return false }
            return words.contains { text.contains($0) }
        }
    }

    /// As a word of its own among those that an underscore parts.
    private static func has(_ word: String, in name: String) -> Bool { "_\(name)_".contains("_\(word)_") }

    /// `true`, 1, or something to go on with; `false`, 0, null and nothing are a no.
    private static func isYes(_ value: JSON) -> Bool {
        switch value.kind {
        case .null, .no: false
        case .yes, .object, .beyond, .disputed: true
        case .array: !((try? value.items) ?? []).isEmpty
        case .string, .integer, .real: (try? value.flag) ?? ((try? value.text.isEmpty) == false)
        }
    }
}
