internal import ResyDomain
internal import CJansson

/// A key that occurs again says nothing new where the value is the same. Where it differs, nobody knows which one is
/// meant: the value has no kind that an accessor would take, and those who look for something in all of it see each.
extension JSON {
    /// This value, or all that its key was given where they differ.
    package var versions: [JSON] {
        guard mark == .disputed else { return [self] }
        return (0..<json_array_size(raw)).compactMap { index in
            json_array_get(raw, index).map { JSON($0, within: self, at: place) }
        }
    }

    /// There is a value, and it cannot be known which, or how much.
    package var isUnclear: Bool {
        switch kind {
        case .disputed, .beyond: true
        default: false
        }
    }

    /// What the versions of an object hold under one key: one value where all of them agree, a disputed one else.
    func agreedMember(_ key: String) -> JSON? {
        let versions = versions
        let told = versions.compactMap { $0.member(key) }
        guard let first = told.first else { return nil }
        let areSame = told.dropFirst().allSatisfy { $0.isSame(as: first) }
        if areSame, told.count == versions.count || first.isNull { return first }
        // That there is none is one of the versions as well.
        return disputed(told.count < versions.count ? [.null] + told : told, at: .member(place, key))
    }

    /// The keys of all versions, each once.
    var keysOfVersions: [String] {
        var seen: Set<String> = []
        return versions.flatMap { $0.members.map(\.key) }.filter { seen.insert($0).inserted }
    }

    private func disputed(_ values: [JSON], at place: Place) -> JSON {
        let array = Node(owning: JSON.allocated(json_array()))
        for value in values {
            let status = json_array_append_new(array.raw, resy_json_incref(value.raw))
            precondition(status == 0, "out of memory")
        }
        marks?.add(.disputed, to: array)
        return JSON(node: array, at: place, marks: marks)
    }

    private func isSame(as other: JSON) -> Bool {
        JSON.isSame(raw, other.raw) { marks?.mark(of: $0) }
    }

    /// The same value, and the same oddity or none at each place of it.
    static func isSame(
        _ left: UnsafeMutablePointer<json_t>, _ right: UnsafeMutablePointer<json_t>,
        _ mark: (UnsafePointer<json_t>) -> JSONMarks.Mark?
    ) -> Bool {
        guard mark(left) == mark(right), resy_json_type(left) == resy_json_type(right) else { return false }
        switch Kind(rawValue: resy_json_type(left)) {
        case .object:
            guard json_object_size(left) == json_object_size(right) else { return false }
            var cursor = json_object_iter(left)
            while let at = cursor {
                guard let value = json_object_iter_value(at),
                    let other = json_object_getn(right, json_object_iter_key(at), json_object_iter_key_len(at)),
                    isSame(value, other, mark)
                else { return false }
                cursor = json_object_iter_next(left, at)
            }
            return true
        case .array:
            guard json_array_size(left) == json_array_size(right) else { return false }
            return (0..<json_array_size(left)).allSatisfy { index in
                guard let value = json_array_get(left, index), let other = json_array_get(right, index) else {
                    return false
                }
                return isSame(value, other, mark)
            }
        default: return json_equal(left, right) == 1
        }
    }
}
