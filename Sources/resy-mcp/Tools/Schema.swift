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

    /// An object whose members are all there, but for the `optional` ones.
    static func result(_ properties: KeyValuePairs<String, JSON>, optional: [String] = []) -> JSON {
        object(properties, required: properties.map(\.key).filter { !optional.contains($0) })
    }

    static func text(_ description: String, limit: Int = 200) -> JSON {
        ["type": "string", "description": .string(description), "maxLength": .integer(limit)]
    }

    static func integer(_ description: String, in range: ClosedRange<Int>, default missing: Int) -> JSON {
        [
            "type": "integer", "description": .string(description), "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound), "default": .integer(missing),
        ]
    }

    static func flag(_ description: String, default missing: Bool) -> JSON {
        ["type": "boolean", "description": .string(description), "default": .bool(missing)]
    }

    // MARK: - Results

    static let string: JSON = ["type": "string"]
    static let count: JSON = ["type": "integer"]
    static let yesOrNo: JSON = ["type": "boolean"]
    static let day: JSON = ["type": "string", "pattern": #"^\d{4}-\d{2}-\d{2}$"#]
    static let time: JSON = ["type": "string", "pattern": #"^\d{2}:\d{2}$"#]

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

    static let moment = described(orNull(string), "ISO 8601 with the offset of the restaurant's zone, or null")

    static let venue = result([
        "id": count, "name": string, "city": orNull(string), "time_zone": orNull(string), "url": orNull(string),
    ])

    static let fee = described(
        orNull(
            result(
                [
                    "kind": choice(["cancellation", "deposit", "prepaid", "unknown"]),
                    "amount": orNull(["type": "number"]), "currency": orNull(string),
                    "per": choice(["guest", "party", "unknown"]), "cut_off": moment,
                    "total": described(orNull(["type": "number"]), "most at stake for the whole party"),
                    "plus_tax": described(yesOrNo, "true: an unstated tax comes on top"), "text": string,
                ], optional: ["plus_tax"])), "null: known to cost nothing")

    static let slot = result(
        [
            "time": time, "date": described(day, "only for a time past midnight of the evening asked for"),
            "seating": string, "platform": choice(["resy"]), "bookable": yesOrNo,
            "reason": described(orNull(string), "why it cannot be booked, or null"), "fee": fee,
        ], optional: ["date"])

    static let reservation = result(
        [
            "confirmation_id": string, "venue": venue, "date": day, "time": time, "evening": evening,
            "party_size": count, "seating": orNull(string),
            "status": choice(["confirmed", "cancelled", "past", "no_show", "unknown"]), "cancel_by": moment,
            "source": choice(["resy-mcp", "elsewhere"]), "special_requests": orNull(string),
            "cancellation_fee": fee, "can_cancel": yesOrNo,
        ], optional: ["evening"])

    static let evening = described(
        day, "only for a time past midnight: the evening it ends, as date in the arguments names it")

    static let confirmToken = described(
        orNull(string), "only with needs_confirmation: send it back after the user agreed")
    static let note = described(string, "what else the user should know")
    static let nextStep = described(string, "what to do next")
}
