internal import ResyDomain

extension AgreedTerms {
    var stored: JSON {
        [
            "lines": .array(lines.map { .string($0) }), "charges": charges.stored,
            "cancel_by": .number(cancelBy?.seconds),
        ]
    }

    /// Nil where part of it cannot be read: half of the terms would be a lie. An earlier version kept one `fee`.
    init?(stored json: JSON) {
        guard let items = try? json["lines"].items else { return nil }
        let lines = items.compactMap { try? $0.string }
        let charges = (json.optional("charges") ?? json.optional("fee")).map { Charges(stored: $0) } ?? []
        guard lines.count == items.count, let charges else { return nil }
        self.init(
            lines: lines, charges: charges,
            cancelBy: (try? json.optional("cancel_by")?.number).map { Instant(seconds: $0) })
    }
}

extension Charges {
    var stored: JSON { .array(map(\.stored)) }

    /// A list; or the one object of an earlier version. Nil where one of them cannot be read.
    init?(stored json: JSON) {
        guard let items = try? json.items else {
            guard let charge = Charge(storedFee: json) else { return nil }
            self.init([charge])
            return
        }
        let charges = items.compactMap { Charge(stored: $0) }
        guard charges.count == items.count else { return nil }
        self.init(charges)
    }
}

extension Charge {
    var stored: JSON {
        var members: [(String, JSON)] = [
            ("kind", .string(kind.rawValue)), ("amount", .number(amount?.value)), ("currency", .string(currency)),
            ("basis", .string(basis.rawValue)), ("before_tax", .bool(isBeforeTax)),
            ("cut_off", .number(cutOff?.seconds)), ("source", .string(source.rawValue)),
        ]
        if about != .kind { members.append(("about", about.stored)) }
        return .object(members)
    }

    init?(stored json: JSON) {
        guard let kind = Self.word(json, "kind").flatMap({ Kind(rawValue: $0) }),
            let basis = Self.word(json, "basis").flatMap({ Basis(rawValue: $0) }),
            let source = Self.word(json, "source").flatMap({ Source(rawValue: $0) }),
            let about = json.optional("about").map({ About(stored: $0) }) ?? .kind
        else { return nil }
        self.init(
            kind, Self.amount(json), Self.word(json, "currency"), basis,
            isBeforeTax: (try? json.optional("before_tax")?.flag) ?? false, cutOff: Self.cutOff(json), about: about,
            from: source)
    }

    /// What an earlier version kept: one amount, and one line that said all of it.
    fileprivate init?(storedFee json: JSON) {
        guard let kind = Self.word(json, "kind").flatMap({ Kind(rawValue: $0) }),
            let basis = Self.word(json, "basis").flatMap({ Basis(rawValue: $0) }), let text = Self.word(json, "text")
        else { return nil }
        self.init(
            kind, Self.amount(json), Self.word(json, "currency"), basis, cutOff: Self.cutOff(json),
            about: kind == .unknown ? .recorded(text) : .kind, from: .terms)
    }

    private static func word(_ json: JSON, _ key: String) -> String? { try? json.optional(key)?.string }

    private static func amount(_ json: JSON) -> Amount? {
        (try? json.optional("amount")?.number).flatMap { Amount($0) }
    }

    private static func cutOff(_ json: JSON) -> Instant? {
        (try? json.optional("cut_off")?.number).map { Instant(seconds: $0) }
    }
}

extension Charge.About {
    fileprivate var stored: JSON {
        func members(_ name: String, _ more: (String, JSON)...) -> JSON { .object([("is", .string(name))] + more) }
        return switch self {
        case .kind: members("kind")
        case .unreadable: members("unreadable")
        case .largeParty(let size): members("large_party", ("from", .integer(size)))
        case .words(let said, let isOfPayment):
            members("words", ("text", .string(said)), ("payment", .bool(isOfPayment)))
        case .besideTotal(let other, let total):
            members("beside_total", ("amount", .number(other?.value)), ("total", .number(total?.value)))
        case .besideLateFee(let other): members("beside_late_fee", ("amount", .number(other?.value)))
        case .addOn(let price): members("add_on", ("amount", .number(price?.value)))
        case .serviceCharge(let amount): members("service_charge", ("amount", .number(amount?.value)))
        case .serviceShare(let share): members("service_share", ("text", .string(share)))
        case .endlessTerms: members("endless_terms")
        case .recorded(let text): members("recorded", ("text", .string(text)))
        }
    }

    fileprivate init?(stored json: JSON) {
        let text = try? json.optional("text")?.string
        func amount(_ key: String) -> Amount? { (try? json.optional(key)?.number).flatMap { Amount($0) } }
        switch (try? json.optional("is")?.string, text) {
        case ("kind"?, _): self = .kind
        case ("unreadable"?, _): self = .unreadable
        case ("large_party"?, _): self = .largeParty(from: try? json.optional("from")?.integer)
        case ("words"?, let text?):
            self = .words(text, isOfPayment: (try? json.optional("payment")?.flag) ?? true)
        case ("beside_total"?, _): self = .besideTotal(amount("amount"), total: amount("total"))
        case ("beside_late_fee"?, _): self = .besideLateFee(amount("amount"))
        case ("add_on"?, _): self = .addOn(amount("amount"))
        case ("service_charge"?, _): self = .serviceCharge(amount("amount"))
        case ("service_share"?, let text?): self = .serviceShare(text)
        case ("endless_terms"?, _): self = .endlessTerms
        case ("recorded"?, let text?): self = .recorded(text)
        default: return nil
        }
    }
}
