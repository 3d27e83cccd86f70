internal import ResyNative

/// Pieces of JSON Schema that the tools share. No `$ref`, no combinators: several clients trip over them.
enum Schema {
    /// What a call may carry: these members and no others.
    static func input(_ properties: KeyValuePairs<String, JSON>, required: [String] = []) -> JSON {
        object(properties, required: required).setting("additionalProperties", to: false)
    }

    static func object(_ properties: KeyValuePairs<String, JSON>, required: [String]) -> JSON {
        let base: JSON = ["type": "object", "properties": .object(properties)]
        return required.isEmpty ? base : base.setting("required", to: .array(required.map { .string($0) }))
    }

    /// An object that leaves out what is not known; small parts name no member that is always there.
    static func part(_ properties: KeyValuePairs<String, JSON>) -> JSON { object(properties, required: []) }

    /// An object whose members are all there, but for the `optional` ones.
    static func result(_ properties: KeyValuePairs<String, JSON>, optional: [String] = []) -> JSON {
        object(properties, required: properties.map(\.key).filter { !optional.contains($0) })
    }

    /// How long it may be is said where a user comes near to that; `Arguments` holds it everywhere.
    static func text(_ description: String, limit: Int? = nil) -> JSON {
        let text: JSON = ["type": "string", "description": .string(description)]
        return limit.map { text.setting("maxLength", to: .integer($0)) } ?? text
    }

    static func integer(_ description: String, in range: ClosedRange<Int>, default missing: Int) -> JSON {
        [
            "type": "integer", "description": .string(description), "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound), "default": .integer(missing),
        ]
    }

    static func texts(_ description: String) -> JSON { described(texts, description) }

    static func flag(_ description: String, default missing: Bool) -> JSON {
        ["type": "boolean", "description": .string(description), "default": .bool(missing)]
    }

    // MARK: - Results

    static let string: JSON = ["type": "string"]
    static let count: JSON = ["type": "integer"]
    static let number: JSON = ["type": "number"]
    static let yesOrNo: JSON = ["type": "boolean"]
    /// `YYYY-MM-DD`.
    static let day = string
    /// `HH:MM`.
    static let time = string
    /// ISO 8601 with the offset of the restaurant's zone.
    static let moment = string
    static let texts = list(string)

    static func orNull(_ schema: JSON) -> JSON {
        guard let type = schema.optional("type") else { return schema }
        return schema.setting("type", to: [type, "null"])
    }

    static func list(_ element: JSON) -> JSON { ["type": "array", "items": element] }

    static func choice(_ values: [String]) -> JSON {
        ["type": "string", "enum": .array(values.map { .string($0) })]
    }

    static func described(_ schema: JSON, _ description: String) -> JSON {
        schema.setting("description", to: .string(description))
    }

    /// When a day opens, as each source has it.
    static let release = described(
        list(
            result([
                "days_ahead": count, "time": orNull(time), "for_day": day,
                "opens_at": orNull(moment), "source": string,
            ])), "null: not stated")

    static let venue = part(["id": count, "name": string, "city": string, "time_zone": string, "url": string])

    static let venueWithPlace = part([
        "id": count, "name": string, "city": string, "time_zone": string, "url": string, "address": string,
        "phone": string,
    ])

    static let foundVenue = part([
        "id": count, "name": string, "city": string, "time_zone": string, "url": string, "neighborhood": string,
        "cuisine": texts, "price": described(count, "1 to 4"), "rating": number,
    ])

    /// As `tables`, whose schema says more.
    static let someTables = list(
        result(
            [
                "seating": string, "times": texts,
                "fee": orNull(
                    part([
                        "kind": string, "amount": number, "currency": string, "per": string, "plus_tax": yesOrNo,
                        "free_hours": number, "cut_off": string, "text": string,
                    ])),
                "date": day, "blocked": string,
            ], optional: ["date", "blocked"]))

    /// Times that differ in nothing but the time stand together.
    static let tables = list(
        result(
            [
                "seating": string, "times": texts,
                "fee": orNull(
                    part([
                        "kind": string, "amount": number, "currency": string, "per": string, "plus_tax": yesOrNo,
                        "free_hours": described(number, "free to cancel until so long before"), "cut_off": string,
                        "text": string,
                    ])),
                "date": day, "blocked": described(string, "why not bookable here"),
            ], optional: ["date", "blocked"]))

    /// Of one table.
    static let fee = described(
        orNull(
            part([
                "kind": choice(["cancellation", "deposit", "prepaid", "unknown"]), "amount": number,
                "currency": string, "per": choice(["guest", "party", "unknown"]), "plus_tax": yesOrNo,
                "cut_off": moment, "total": described(number, "most at stake for the party"), "text": string,
            ])), "null: known to be none")

    static let reservation = result(
        [
            "confirmation_id": string, "venue": venueWithPlace, "date": day, "time": time, "evening": evening,
            "party_size": count, "seating": string,
            "status": choice(["confirmed", "cancelled", "past", "no_show", "unknown"]), "cancel_by": moment,
            "fee": fee, "can_cancel": yesOrNo, "source": choice(["resy-mcp", "elsewhere"]),
            "special_requests": string,
        ], optional: ["evening", "seating", "cancel_by", "special_requests"])

    /// Only past midnight: the evening it ends, as date in the arguments names it.
    static let evening = string
}
