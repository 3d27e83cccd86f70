@testable import ResyDomain
import ResyNative

/// As much of JSON Schema as our output schemas use. Members that a schema does not name count as faults.
enum SchemaCheck {
    static func faults(_ value: JSON, _ schema: JSON, at path: String = "$") -> [String] {
        var faults: [String] = []
        if let type = schema.optional("type") {
            let allowed = type.kind == .array ? ((try? type.items) ?? []) : [type]
            guard allowed.contains(where: { isOfType(value, (try? $0.string) ?? "") }) else {
                return ["\(path): \(value.compact) is not \(type.compact)"]
            }
        }
        if value.isNull { return faults }
        if let choices = try? schema.optional("enum")?.items, !choices.contains(value) {
            faults.append("\(path): \(value.compact) is not in \(choices.map(\.compact))")
        }
        if value.kind == .array, let element = schema.optional("items"), let items = try? value.items {
            for (index, item) in items.enumerated() { faults += self.faults(item, element, at: "\(path)[\(index)]") }
        }
        guard value.kind == .object, let properties = schema.optional("properties") else { return faults }
        for name in (try? schema.optional("required")?.items.map { try $0.string }) ?? []
        where value.member(name) == nil {
            faults.append("\(path): no \(name)")
        }
        for (name, member) in value.members {
            guard let known = properties.optional(name) else {
                faults.append("\(path): \(name) is not in the schema")
                continue
            }
            faults += self.faults(member, known, at: "\(path).\(name)")
        }
        return faults
    }

    private static func isOfType(_ value: JSON, _ type: String) -> Bool {
        switch (type, value.kind) {
        case ("object", .object), ("array", .array), ("string", .string), ("integer", .integer), ("number", .integer),
            ("number", .real), ("boolean", .yes), ("boolean", .no), ("null", .null):
            true
        default: false
        }
    }
}
