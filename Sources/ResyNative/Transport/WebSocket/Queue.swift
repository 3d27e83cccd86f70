/// First in, first out.
struct Queue<Element> {
    private var items: [Element?] = []
    private var head = 0

    var isEmpty: Bool { head == items.count }

    mutating func append(_ element: Element) {
        items.append(element)
    }

    mutating func popFirst() -> Element? {
        guard head < items.count, let element = items[head] else { return nil }
        items[head] = nil
        head += 1
        if head == items.count {
            items = []
            head = 0
        } else if head >= 64, head * 2 >= items.count {
            items.removeFirst(head)
            head = 0
        }
        return element
    }

    mutating func remove(where isWanted: (Element) -> Bool) {
        items.removeSubrange(..<head)
        head = 0
        items.removeAll { $0.map(isWanted) ?? true }
    }
}
