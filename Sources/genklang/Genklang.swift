@main
struct Genklang {
    static func main() {}
}
