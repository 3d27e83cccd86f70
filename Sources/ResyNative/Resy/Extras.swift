internal import ResyDomain

/// What comes on top of a table by its terms, with a price that cannot be reckoned: add-ons and service charges.
enum Extras {
    static func charges(_ answer: JSON, currency: String?, cutOff: Instant?, isWaived: Bool) -> [Charge] {
        [requiredAddOn(answer), isWaived ? nil : serviceCharge(answer)].compactMap(\.self).map {
            .unreckoned($0, currency, cutOff: cutOff, from: .terms)
        }
    }

    /// How many have to be taken is nowhere stated.
    private static func requiredAddOn(_ answer: JSON) -> Charge.About? {
        let config = answer.optional("config")
        let payment = answer.optional("payment")
        let addOns = config?.optional("add_ons")
        let places = [answer, config, payment, payment?.optional("config")]
        guard places.contains(where: { isSet($0?.optional("is_add_on_required")) }) || isRequired(addOns) else {
            return nil
        }
        let price = Figure.all(in: addOns).map(\.amount).max()
        return .addOn(price.flatMap { Amount($0) })
    }

    private static func isRequired(_ part: JSON?) -> Bool {
        guard let part else { return false }
        if part.kind == .disputed { return part.versions.contains { isRequired($0) } }
        if let items = try? part.items { return items.contains { isRequired($0) } }
        return part.members.contains { member in
            let isWord = ["required", "is_required", "is_add_on_required", "mandatory"].contains(member.key)
            return isWord ? isSet(part.optional(member.key)) : isRequired(member.value)
        }
    }

    /// A word that cannot be read is not the word that there is no need.
    private static func isSet(_ field: JSON?) -> Bool {
        guard let field else { return false }
        return (try? field.flag) ?? true
    }

    /// A share of a bill that is not known yet, or one of several to be chosen.
    private static func serviceCharge(_ answer: JSON) -> Charge.About? {
        let options = answer.optional("config")?.optional("service_charge_options")
        if let amount = Figure.all(in: options, due: .amount).map(\.amount).max() {
            return .serviceCharge(Amount(amount))
        }
        let payment = answer.optional("payment")
        for part in [options, payment?.optional("amounts"), payment?.optional("options")] {
            if let share = share(in: part) { return .serviceShare(share) }
        }
        return nil
    }

    /// `20%`; none where the amount stands beside it, since that is counted by itself.
    private static func share(in part: JSON?) -> String? {
        guard let part else { return nil }
        switch part.kind {
        case .disputed: return part.versions.lazy.compactMap { share(in: $0) }.first
        case .array: return (try? part.items)?.lazy.compactMap { share(in: $0) }.first
        case .object:
            if let amount = Price(part.optional("amount")).amount, !amount.isZero { return nil }
            return part.members.sorted { $0.key < $1.key }.lazy.compactMap { share(in: $0.value) }.first
        case .string:
            guard let text = try? part.words, Price.isShare(text),
                text.contains(where: { $0.isNumber && $0.wholeNumberValue != 0 })
            else { return nil }
            return CleanText.cut(CleanText.line(text), to: 20)
        default: return nil
        }
    }
}
