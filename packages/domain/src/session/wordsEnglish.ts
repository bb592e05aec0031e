/** The English words of the cards: 512, ordinary, and none is another with one letter wrong. The order must never change. */
export const englishWords = `
  acorn actor airport alarm album almond anchor angel animal ankle answer antique apple apricot april apron arcade
  archer arctic arrow artist ashtray athlete atlas attic aunt autumn avenue avocado award baby badge bagel baker balcony
  ballet balloon bamboo banana bandage banjo bargain barn basket beach beard beaver bedroom beetle bell berry bicycle
  birch biscuit blanket blossom blue boat bonfire book border bottle bowling branch brass bread breeze brick bridge
  broom brother bubble bucket buffalo bugle bundle butter button cabbage cabin cactus cake camel camera canal candle
  canoe canvas captain caramel caravan carpet carrot castle cedar celery cello cement century ceramic chain chalk
  chamber cheese cherry chess chicken chimney choir church cinema circus citizen climb clock cloud clover coast cobbler
  coconut coffee collar comet compass concert cookie copper coral corner cotton cousin cradle crane crayon cricket
  crocus crown crystal curtain cushion cyclist cypress dairy dance deer delta dentist desert diamond dinner doctor
  dolphin donkey dragon drawer dream drizzle drum dungeon dusk dynamo eagle early earring earth easel echo eclipse
  editor elbow ember emerald engine equator evening express fabric falcon family farmer feather felt fence fiddle field
  figure finger fish flannel flower flute forest fortune fossil fox freckle freezer friday friend frost fudge galaxy
  gallery garage garden garlic gazelle geese giraffe glacier glitter globe goblet gondola grandma granite grape gravel
  gravy green grocery guitar gymnast habit hammer hammock hamster harbour harvest hat heart helmet herring hiking hippo
  history hobby holiday honey horizon horse hotel hundred hurdle iceberg icing igloo indigo infant insect iris iron
  island ivory ivy jacket jaguar january jasmine jelly jersey jewel jigsaw jogging journey juggler juice july jumper
  jungle juniper kayak kernel kettle kidney kingdom kitchen kitten knee knight knuckle koala label ladder lagoon lamp
  lantern laptop larch laugh laundry lawyer lecture lemon leopard letter lettuce library lily lime linen lion lizard
  lobster locket log lorry lotus lullaby lunch lupin luxury machine magnet magpie mailbox mango maple marble market
  marsh meadow medal melody melon memory meteor milk minute mirror monday month mosaic moss mother mouse muffin museum
  music napkin nature needle nephew nest nickel noodle north nugget number nurse nutmeg oasis oboe ocean olive onion
  opal opera orange orbit organ orphan otter outfit oven owl oxygen oyster paddle palace panda paper parade parcel pasta
  pastry peanut pearl pebble pencil pepper petal photo piano pickle picnic pigeon pillow pilot pirate planet plum poem
  polish pony poplar potato powder prince puppet purple puzzle queen quiet quiver rabbit radio radish raisin rattle
  recipe record reef relay ribbon river robin rowing rubber ruby runner rye sailor salad salmon sandal scarf school
  season second sedan shadow shelf ship shower signal silver sister sketch skiing sleeve snail soccer sofa sponge spoon
  spring statue story straw street subway sugar summer sunday swan syrup table teapot temple tennis thirty thread ticket
  tiger timber tomato towel train tulip tunnel turkey turnip turtle tweed twin uncle urban useful valley velvet vessel
  vet violet violin voyage waffle wagon waiter walnut walrus warm watch wave whale wheat window winter wolf wonder wood
  wreath wrist yacht yard yeast yellow zebra zero zigzag zipper zone
`.trim().split(/\s+/);
