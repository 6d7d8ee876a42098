/** Subgraphs by name; between them they hold every construct that a query plan may be made of. */
export type Subgraphs = Readonly<Record<string, string>>;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@inaccessible", "@interfaceObject", "@override"])
`;

const shop: Subgraphs = {
  accounts: `${LINK}
    type Query { me: User user(id: ID!): User users(first: Int = 3): [User!] }
    type User @key(fields: "id") { id: ID! name: String! nickname: String @shareable birthYear: Int }`,
  products: `${LINK}
    type Query { topProducts(first: Int = 4): [Product] product(upc: String!): Product cheapest: Product! }
    type Product @key(fields: "upc") { upc: String! name(locale: String): String price: Int weight: Float! tags: [String!] }`,
  inventory: `${LINK}
    type Product @key(fields: "upc") {
      upc: String! price: Int @external weight: Float! @external inStock: Boolean
      shippingEstimate: String @requires(fields: "price weight") freight: String! @requires(fields: "weight") }`,
  reviews: `${LINK}
    type Query { latestReview: Review }
    type Review @key(fields: "id") {
      id: ID! body(size: Int): String score: Score! author: User @provides(fields: "nickname") product: Product! related: [[Review]] }
    enum Score { GOOD BAD UGLY }
    type User @key(fields: "id") { id: ID! nickname: String @external reviews(first: Int): [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review!] bestReview: Review }`,
};

const media: Subgraphs = {
  catalog: `${LINK}
    type Query { items: [Item] node(id: ID!): Node search: [Result!]! owner: Owner }
    interface Node { id: ID! }
    interface Item implements Node @key(fields: "id") { id: ID! title: String }
    type Book implements Item & Node @key(fields: "id") { id: ID! title: String pages: Int! publisher: Company }
    type Film implements Item & Node @key(fields: "id") { id: ID! title: String minutes: Int studio: Company! }
    type Disc implements Item & Node @key(fields: "id") { id: ID! title: String secret: String @inaccessible tracks: [Track!] }
    type Track { name: String! seconds: Int }
    type Company @key(fields: "id") { id: ID! }
    union Result = Book | Film | Company
    union Owner = Company | Track`,
  ratings: `${LINK}
    type Query { best: Item }
    type Item @key(fields: "id") @interfaceObject { id: ID! rating: Float reviews: [Opinion!]! }
    type Opinion @key(fields: "id") { id: ID! text: String about: Item }`,
  companies: `${LINK}
    type Query { companies: [Company!] }
    type Company @key(fields: "id") { id: ID! name: String! country: Country parent: Company makes: [Item] }
    enum Country { CA FR }
    interface Item @key(fields: "id") { id: ID! sold: Int }
    type Book implements Item @key(fields: "id") { id: ID! sold: Int title: String @external label: String @requires(fields: "title") }
    type Film implements Item @key(fields: "id") { id: ID! sold: Int minutes: Int @external length: String @requires(fields: "minutes") }
    type Disc implements Item @key(fields: "id") { id: ID! sold: Int }`,
};

const sharing: Subgraphs = {
  places: `${LINK}
    type Query { places: [Place!]! place(id: ID!): Place root: Shared @shareable }
    type Mutation { movePlace(id: ID!): Place renamePlace(id: ID!, name: String): Place! }
    type Place @key(fields: "id") @key(fields: "code region { id }") {
      id: ID! code: String! region: Region! address: Address! @shareable neighbours: [Place] }
    type Region @key(fields: "id") { id: ID! label: String @shareable }
    type Address @shareable { street: String city: City }
    type City { name: String @shareable zip: String }
    type Shared @shareable { one: String inner: Address }`,
  visits: `${LINK}
    type Query { visits: [Visit] root: Shared @shareable }
    type Mutation { visit(place: ID!): Visit }
    type Visit @key(fields: "id") { id: ID! at: String place: Place who: Person }
    type Place @key(fields: "code region { id }") { code: String! region: Region! visits: [Visit!] address: Address! @shareable }
    type Region @key(fields: "id") { id: ID! label: String @shareable visits: [Visit] }
    type Address @shareable { street: String country: String @shareable city: City }
    type City { name: String @shareable mayor: Person }
    type Person @key(fields: "id") { id: ID! }
    type Shared @shareable { two: String inner: Address }`,
  people: `${LINK}
    type Person @key(fields: "id") { id: ID! name: String! age: Int friends(first: Int): [Person!] home: Place }
    type Place @key(fields: "id") { id: ID! address: Address! @external
      summary: String @requires(fields: "address { street city { name } }") }
    type Address @external { street: String city: City }
    type City @external { name: String }`,
};

export const supergraphs: Readonly<Record<string, Subgraphs>> = { shop, media, sharing };
