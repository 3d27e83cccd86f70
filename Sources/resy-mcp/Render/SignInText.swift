internal import ResyDomain
internal import ResyNative

/// How storing an account's credentials ended, for people.
enum SignInText {
    static func render(_ outcome: SignInOutcome, in voice: Voice = .model) -> String {
        var lines: [String] = []
        if outcome.isVerified {
            lines.append("Credentials for \(outcome.email) saved and verified.")
            lines.append(outcome.card.map { "Payment method: \($0)" } ?? "Payment method: Resy named none")
        } else {
            lines.append("Credentials for \(outcome.email) saved, but not verified: Resy could not be asked.")
            lines.append(outcome.card.map { "Payment method: \($0)" } ?? "Payment method: not known")
        }
        return (lines + voice.texts(outcome.remarks)).joined(separator: "\n")
    }
}

/// The same for programs.
enum SignInJSON {
    static func render(_ outcome: SignInOutcome, in voice: Voice = .model) -> JSON {
        Facts.object(
            [
                ("email", .string(outcome.email)), ("verified", .bool(outcome.isVerified)),
                ("payment_method", .string(outcome.card)), ("note", Facts.texts(voice.texts(outcome.remarks))),
            ], always: ["payment_method"])
    }
}
