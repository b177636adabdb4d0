# packages: inflection==0.5.1
import inflection

print(inflection.camelize("device_type"), inflection.underscore("DeviceType"), inflection.pluralize("octopus"), inflection.titleize("man from the boondocks"))
