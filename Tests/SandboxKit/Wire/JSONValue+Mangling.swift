/// Rewrites of an answer that a tolerant decoder must survive, or a strict one must refuse.
extension JSONValue {
    private func mapped(_ change: (JSONValue) -> JSONValue) -> JSONValue {
        switch self {
        case .array(let values): change(.array(values.map { $0.mapped(change) }))
        case .object(let members): change(.object(members.map { Member($0.key, $0.value.mapped(change)) }))
        default: change(self)
        }
    }

    var withNumbersAsStrings: JSONValue {
        mapped { value in
            switch value {
            case .int(let number): .string(String(number))
            case .double(let number): .string(String(number))
            default: value
            }
        }
    }

    var withExtras: JSONValue {
        mapped { value in
            guard case .object(let members) = value else { return value }
            let extra: JSONValue = ["id": 1, "list": [nil, true, "x"], "π": 3.14]
            return .object([Member("_new_field", extra)] + members + [Member("zz_unknown", nil)])
        }
    }

    /// Strings become numbers and objects become lists, throughout but for the outermost object.
    var withWrongTypes: JSONValue {
        guard case .object(let members) = self else { return ["not": "a list"] }
        return .object(
            members.map { member in
                switch member.value {
                case .string: Member(member.key, 42)
                case .object: Member(member.key, [])
                case .array: Member(member.key, "none")
                default: Member(member.key, [:])
                }
            })
    }

    /// Each key twice; the first time with null.
    var withDuplicateKeys: JSONValue {
        mapped { value in
            guard case .object(let members) = value else { return value }
            return .object(members.flatMap { [Member($0.key, nil), $0] })
        }
    }

    func without(_ keys: Set<String>) -> JSONValue {
        mapped { value in
            guard case .object(let members) = value else { return value }
            return .object(members.filter { !keys.contains($0.key) })
        }
    }

    /// What a decoder of `endpoint` may not rely on.
    func withoutOptionals(of endpoint: Endpoint) -> JSONValue {
        without([
            "neighborhood", "cuisine", "content", "images", "rating", "rater", "contact", "links", "viewers",
            "bookmark",
            "platinum_night", "gating_errors", "notifies", "pickups", "suggestions", "waitlist", "travel_time",
            "collections", "display_config", "reservation_config", "market", "meta", "share", "party", "change",
            "notify_options", "service_types", "turn_times", "profile_image_url", "referral_code", "legacy_token",
            "venue_opt_in", "double_confirmation", "exclusive", "quantity", "size", "currency_symbol",
        ])
    }

    /// What no decoder of `endpoint` can do without.
    func withoutRequired(of endpoint: Endpoint) -> JSONValue {
        let keys: Set<String> =
            switch endpoint {
            case .authPassword, .authMobile, .authChallenge, .authRefresh: ["token"]
            case .user: ["id", "em_address", "payment_methods"]
            case .reservations: ["reservation_id", "resy_token", "day"]
            case .search: ["hits"]
            case .venue: ["id", "name"]
            case .calendar: ["scheduled"]
            case .find: ["config", "date"]
            case .details: ["book_token", "payment", "cancellation"]
            case .book: ["resy_token", "reservation_id"]
            default: ["id"]
            }
        return without(keys)
    }
}
