internal import ResyDomain

/// The way to the elements of an array: `$.results.venues[].slots[]`, `$[]`.
struct JSONArrayPath: Sendable {
    enum Step: Sendable, Equatable {
        case key(String)
        /// Any element of the array reached so far.
        case each
    }

    let steps: [Step]

    /// Written in the program, never by a server: a mistake in it is a mistake of ours.
    init(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            var name = part.element
            var arrays = 0
            while name.hasSuffix("[]") {
                name = name.dropLast(2)
                arrays += 1
            }
            if part.offset == 0 {
                precondition(name == "$", "an array path begins with $")
            } else {
                precondition(!name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "keys are ASCII words")
                steps.append(.key(String(name)))
            }
            steps += Array(repeating: .each, count: arrays)
        }
        precondition(steps.last == .each, "an array path ends in []")
        self.steps = steps
    }

    /// True where the other's elements lie inside these, or are these.
    func contains(_ other: JSONArrayPath) -> Bool {
        other.steps.starts(with: steps)
    }

    /// The way as far as that many steps go: `$.results.venues[].slots`.
    func prefix(_ count: Int) -> String {
        steps.prefix(count).reduce("$") { path, step in
            switch step {
            case .key(let key): "\(path).\(key)"
            case .each: "\(path)[]"
            }
        }
    }

    /// `$.results.venues[0].slots[3]`.
    func path(_ indices: [Int]) -> String {
        var left = indices[...]
        return steps.reduce("$") { path, step in
            switch step {
            case .key(let key): "\(path).\(key)"
            case .each: "\(path)[\(left.popFirst() ?? 0)]"
            }
        }
    }
}
