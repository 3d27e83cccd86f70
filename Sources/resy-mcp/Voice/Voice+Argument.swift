internal import ResyDomain
internal import ResyNative

/// What a call was given.
extension Voice {
    func text(_ finding: ArgumentFinding) -> String {
        switch finding {
        case .unknown(let names):
            "unknown argument\(names.count > 1 ? "s" : "") "
                + names.prefix(5).map(RPCError.quoted).joined(separator: ", ")
        case .missing(let name): "\(name) is missing"
        case .empty(let name): "\(name) is empty"
        case .tooLong(let name): "\(name) is too long"
        case .halfACharacter(let name): "\(name) holds half a character"
        case .wrongKind(let name, let kind, let given):
            "\(name) must be \(text(kind))\(given.map { ", not \(RPCError.quoted($0))" } ?? "")"
        case .disputed(let name, let versions?):
            "\(name) is given more than once, as "
                + versions.prefix(3).map(RPCError.quoted).joined(separator: " and as ")
        case .disputed(let name, nil): "\(name) is given more than once, with values that differ"
        case .outOfRange(let name, let number): "\(name) \(number) is out of range"
        case .unknownOccasion(let name): "\(name) is not one that Resy knows. Nothing was booked."
        case .secretOfWrongKind(let name): "\(name) must be a string"
        case .disputedSecret(let name): "\(name) is given twice, with values that differ"
        case .noAddress(let name): "\(name) is not an email address"
        case .neither(let first, let second): "neither \(first) nor \(second) was given"
        case .party(let size): "\(either("party_size", "--party")) is \(size)."
        case .flexibility(let minutes): "\(either("flexibility_minutes", "--within")) is \(minutes)."
        }
    }

    private func text(_ kind: ArgumentKind) -> String {
        switch kind {
        case .text: "a string"
        case .wholeNumber: "a whole number"
        case .flag: "true or false"
        }
    }

    func text(_ advice: ArgumentAdvice) -> String {
        switch advice {
        case .allowed(let names): "allowed: \(names.joined(separator: ", "))"
        case .give(let name, let example): "give \(name), for example \"\(example)\""
        case .copyOnceMore(let name): "copy \(name) once more, unchanged"
        case .atMost(let characters): "at most \(characters) characters"
        case .useOccasion(let known): "Use one of \(known.joined(separator: ", ")), or say it in special_requests"
        case .within(let range): "allowed: \(range.lowerBound) to \(range.upperBound)"
        case .giveAs(let name, let kind): "give \(name) as \(text(kind))"
        case .giveOnceAs(let name, let kind): "give \(name) once, as \(text(kind))"
        case .addressForm: "give it in the form you@example.com"
        case .loginOrPassword:
            "ask the user to run `resy-mcp login` in a terminal, or give the password as a string"
        case .listAndAsk: "call my_reservations, ask the user which one to cancel, and give its confirmation_id"
        case .partySizes: "Use 1 to 50 people."
        case .flexibilities: "Use 0 to 1440; 60 is usual."
        }
    }
}
