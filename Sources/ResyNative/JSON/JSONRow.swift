/// What is wanted of one element of a list, by the numbers of its ways.
///
/// A tree of its own for each of an answer's hundred elements would cost more than all that is read of them.
package struct JSONRow: Sendable {
    private let members: JSONMembers
    /// The element's.
    private let place: JSON.Place
    private var values: [JSON?]

    /// Empty so far.
    init(of members: JSONMembers, at place: JSON.Place) {
        self.members = members
        self.place = place
        values = [JSON?](repeating: nil, count: members.ways.count)
    }

    /// Of an element that was read as a whole.
    package init(_ element: JSON, _ members: JSONMembers) {
        self.init(of: members, at: element.place)
        for (number, way) in members.ways.enumerated() {
            values[number] = way.reduce(element as JSON?) { $0?.member($1) }
        }
    }

    mutating func set(_ number: Int, to value: JSON) { values[number] = value }

    /// The member at its place, null included; nil where it is absent.
    package func member(_ number: Int) -> JSON? {
        values[number]?.placed(at: place(of: number))
    }

    /// The member, or nil where it is absent or null; for what makes no error, since it stands at the element's place.
    package func unplaced(_ number: Int) -> JSON? {
        guard let value = values[number], !value.isNull else { return nil }
        return value
    }

    /// What is read of the member, or nil where it is absent or null. An error names the member's place, which would cost more to
    /// hand over with each of them than it costs to read most: where `take` throws it runs once more, at that place.
    package func read<T>(_ number: Int, _ take: (JSON) throws(JSONError) -> T) throws(JSONError) -> T? {
        guard let value = unplaced(number) else { return nil }
        do throws(JSONError) { return try take(value) } catch { return try take(value.placed(at: place(of: number))) }
    }

    /// The member is there, be it null.
    package func has(_ number: Int) -> Bool { values[number] != nil }

    /// Where the member is, or would be.
    package func path(of number: Int) -> String { place(of: number).path }

    private func place(of number: Int) -> JSON.Place { members.ways[number].reduce(place) { .member($0, $1) } }
}
