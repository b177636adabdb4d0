# An array of type O would hold objects that the collector does not see.
# outcome: raised
from array import array

a = array("O", [object()])
